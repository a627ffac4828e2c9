"""Renders replies as the person hears them."""

from functools import cache

from spasm_guide.conversation.reply import Reply
from spasm_guide.conversation.session import Session
from spasm_guide.languages.load import REGIONS, languages, load, locales
from spasm_guide.speech import ssml
from spasm_guide.speech.renderer import Renderer
from spasm_guide.speech.words import words

LOCALES = locales()
ONE_OF_A_KIND = tuple(
    next(locale for locale, region in regions.items() if region["variety"] == variety)
    for regions in (load(language, REGIONS)["regions"] for language in languages())
    for variety in dict.fromkeys(region["variety"] for region in regions.values())
)
"""The first locale of each variety of a language, where all of them would take too long."""


@cache
def renderer() -> Renderer:
    return Renderer()


def spoken(session: Session, reply: Reply, locale: str = "en-US") -> ssml.Spoken:
    known = words(locale, session.subject)
    return ssml.listen(ssml.speak([renderer().render(each, known) for each in reply.lines]))


def reprompted(session: Session, reply: Reply, locale: str = "en-US") -> str:
    assert reply.reprompt is not None
    return ssml.listen(
        ssml.speak([renderer().render(reply.reprompt, words(locale, session.subject))])
    ).text
