"""A reply to an Alexa response: spoken, on a card, on a screen, and within every limit."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from ask_sdk_model.response import Response
from ask_sdk_model.ui.reprompt import Reprompt
from ask_sdk_model.ui.simple_card import SimpleCard
from ask_sdk_model.ui.ssml_output_speech import SsmlOutputSpeech

from spasm_guide.alexa.context import Context
from spasm_guide.alexa.display import Display
from spasm_guide.alexa.elicit import directive, possible
from spasm_guide.alexa.log import Log, fault
from spasm_guide.alexa.request import token_of
from spasm_guide.conversation.reply import Line, Reply
from spasm_guide.conversation.session import Session
from spasm_guide.speech import ssml
from spasm_guide.speech.pace import paced
from spasm_guide.speech.renderer import Renderer
from spasm_guide.speech.words import words

MOST_ON_CARD: Final = 8000
MOST_BYTES: Final = 120_000
"""Of the whole answer, session attributes included."""


class TooLong(ValueError):
    """Alexa would refuse the answer."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Puts replies into words. Raises rather than answer with what Alexa would refuse."""

    renderer: Renderer
    display: Display
    log: Log
    elicits: bool = False
    """Whether Alexa is asked to hand over what answers a question (elicit.py)."""

    def answer(self, reply: Reply, session: Session, context: Context) -> Response:
        values = words(context.locale, session.subject)
        again = (reply.reprompt,) if reply.reprompt else ()
        shown: list[Any] = [*reply.directives, *self._display(reply, session, context, values)]
        elicits = self.elicits and reply.listening and context.spoken_to and possible(shown)
        if elicits:
            shown.append(directive())
        response = Response(
            output_speech=self._speech(reply.lines, values, session.pace),
            reprompt=Reprompt(self._speech(again, values, session.pace)) if again else None,
            card=self._card(reply.card, values) if reply.card else None,
            directives=shown or None,
            should_end_session=None if elicits else not reply.listening,
        )
        _fit(response, session)
        return response

    def _speech(
        self, lines: tuple[Line, ...], values: Mapping[str, Any], pace: int
    ) -> SsmlOutputSpeech:
        parts = (self.renderer.render(line, values) for line in lines)
        spoken = ssml.speak(paced(parts, pace))
        ssml.listen(spoken)
        return SsmlOutputSpeech(ssml=spoken)

    def _card(self, card: Line, values: Mapping[str, Any]) -> SimpleCard:
        title, text = (self.renderer.write(card, block, values) for block in ("title", "text"))
        if len(title) + len(text) >= MOST_ON_CARD:
            raise TooLong(card.name)
        return SimpleCard(title=title, content=text)

    def _display(
        self, reply: Reply, session: Session, context: Context, values: Mapping[str, Any]
    ) -> list[Mapping[str, Any]]:
        if not (reply.display and context.has_apl):
            return []
        try:
            return [self.display.show(reply.display, token_of(session.asking), values)]
        except Exception as error:  # Rather no screen than no answer.
            self.log({"event": "fault", "request": "screen", **fault(error)})
            return []


def _fit(response: Response, session: Session) -> None:
    """Rather no screen than no answer."""
    room = MOST_BYTES - _size(session.to_attributes()) - 4 * ssml.MOST_CHARACTERS
    if _size(response.directives) > room:
        response.directives = None
    if room < MOST_ON_CARD:
        raise TooLong("session")


def _size(data: Any) -> int:
    return len(json.dumps(data)) if data else 0
