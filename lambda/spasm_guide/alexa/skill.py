"""The SDK's skill behind the guard."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from ask_sdk_core.skill_builder import SkillBuilder

from spasm_guide.alexa.guard import Handler, guard
from spasm_guide.alexa.narrow import narrow
from spasm_guide.alexa.turn import Parts, TurnHandler
from spasm_guide.conversation.reply import Line
from spasm_guide.speech import ssml
from spasm_guide.speech.renderer import Renderer
from spasm_guide.speech.words import words

TROUBLE: Final = Line("anywhere/trouble:say")
"""Ends in a question, because the person's turn was lost."""


def handler(
    parts: Parts,
    on_event: Callable[[Mapping[str, Any]], None] | None = None,
    skill_id: str | None = None,
) -> Handler:
    builder = SkillBuilder()
    builder.skill_id = skill_id  # type: ignore[assignment]  # the SDK declares None
    builder.add_request_handler(TurnHandler(parts))

    def apology(locale: str) -> dict[str, Any]:
        return apologise(parts.answers.renderer, locale)

    skill = builder.lambda_handler()

    def answer(event: Any, context: Any) -> dict[str, Any]:
        return skill(narrow(event), context)  # type: ignore[arg-type]  # declared for text

    return guard(answer, apology, parts.log, on_event, skill_id)


def apologise(renderer: Renderer, locale: str) -> dict[str, Any]:
    spoken = ssml.speak([renderer.render(TROUBLE, words(locale))])
    speech = {"type": "SSML", "ssml": spoken}
    return {
        "outputSpeech": speech,
        "reprompt": {"outputSpeech": speech},
        "shouldEndSession": False,
    }
