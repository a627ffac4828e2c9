"""The word whose meaning is asked: of the open question, of any other, or a doctor's (glossary)."""

from typing import Any, Final

from spasm_guide.content.answers import MEANINGS_OF_WORDS
from spasm_guide.content.questions import questions
from spasm_guide.conversation.heard import Heard
from spasm_guide.languages.load import load
from spasm_guide.reading.asked import asked
from spasm_guide.reading.patterns import first
from spasm_guide.reading.words import Words, places

WHY: Final = "explain"
NOT_KNOWN: Final = (WHY, "question", "unclear", "out_of_scope")
"""What a question about a doctor's word is taken for."""


def term_asked_about(
    tokens: Words, text: str, asking: str | None, heard: Heard, language: str
) -> dict[str, Any]:
    """*What's a tearing pain*: of the open question; elsewhere, where the topic is clear; else a
    doctor's word, such as *sciatica*."""
    clear = heard.topic == MEANINGS_OF_WORDS
    if not clear and not (heard.meaning in NOT_KNOWN and first(text, "word_meaning", language)):
        return {}
    names = [i.name for i in asked(asking).items] if clear or heard.meaning == WHY else []
    names += [item.name for q in questions().values() for item in q.items] if clear else []
    words, glossary = load(language, "reading/items"), load(language, "reading/glossary")
    for name in dict.fromkeys((*names, *glossary)):
        said = words.get(name, ()) if name in names else glossary[name]
        if places(tokens, {tuple(phrase.split()) for phrase in said}):
            return {"item": name}
    return {}
