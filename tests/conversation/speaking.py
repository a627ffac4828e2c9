"""Renders replies as the person hears them."""

from functools import cache

from spasm_guide.conversation.reply import Reply
from spasm_guide.conversation.session import Session
from spasm_guide.languages.load import locales
from spasm_guide.speech import ssml
from spasm_guide.speech.renderer import Renderer
from spasm_guide.speech.words import words

LOCALES = locales()


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
