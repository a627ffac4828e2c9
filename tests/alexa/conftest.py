"""The edge with a conversation of two lines behind it, and templates of its own."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from jinja2 import DictLoader

from simulator.envelopes import SKILL_ID, Account, envelope, intent, launch, slot
from spasm_guide.alexa.display import Display
from spasm_guide.alexa.response import Answers
from spasm_guide.alexa.skill import handler
from spasm_guide.alexa.turn import Parts
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.reply import Line, Reply
from spasm_guide.speech.renderer import Renderer

TEMPLATES = {
    "sign/weakness.j2": "{% block ask %}Is a leg weak?{% endblock %}"
    "{% block again %}Weak? If it's an emergency, call {{ number }}.{% endblock %}"
    "{% block long %}{{ 'on ' * 4000 }}{% endblock %}"
    "{% block gap %}<break time='99s'/>{% endblock %}",
    "card/verdict.j2": "{% block title %}Call{% endblock %}"
    "{% block text %}{{ text }} &amp; rest{% endblock %}",
    "screens/question.j2": "{% block title %}A weak leg?{% endblock %}",
    "anywhere/fresh.j2": "{% block say %}We start again.{% endblock %}",
    "anywhere/trouble.j2": "{% block say %}Call {{ number }} if bad. Again?{% endblock %}",
}
ASK = Reply((Line("sign/weakness:ask"),), Line("sign/weakness:again"))
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


class Edge:
    """The handler, and what went into and out of the conversation behind it."""

    def __init__(self, screens):
        self.heard: list[Heard] = []
        self.locales: list[str] = []
        self.logged: list[Mapping[str, object]] = []
        self.tasks: list[tuple] = []
        self.events: list[Mapping[str, Any]] = []
        self.on_event = self.events.append
        self.replies = [ASK]
        self.outcome = "done"
        renderer = Renderer(lambda layer: DictLoader(TEMPLATES))
        answers = Answers(renderer, Display(renderer, screens), self.logged.append)
        self.parts = parts = Parts(
            self.read,
            self.advance,
            answers,
            self.carry_out,
            self.logged.append,
        )
        self.handler = handler(parts, lambda event: self.on_event(event), SKILL_ID)

    def read(self, text, asking, locale):
        self.locales.append(locale)
        return Heard("report", {"weakness": "yes"}, details={"text": text})

    def advance(self, session, heard):
        self.heard.append(heard)
        reply = self.replies[min(len(self.heard), len(self.replies)) - 1]
        answers = {**session.answers, **heard.answers}
        asking = "sign:weakness" if reply.listening else None
        return replace(session, asking=asking, answers=answers), reply

    def carry_out(self, task, context):
        self.tasks.append((task, context))
        return self.outcome

    def send(self, request, attributes=None, locale="en-US", show=False, now=NOON):
        session = {"new": attributes is None, "sessionId": "s", "attributes": attributes or {}}
        event = envelope(Account(locale, show), request, now, session)
        answer = self.handler(event, None)
        json.dumps(answer)
        return answer

    def say(self, words, **kept):
        return self.send(intent("FreeSpeechIntent", {"speech": slot("speech", words)}), **kept)

    def open(self, **kept):
        return self.send(launch(), **kept)


@pytest.fixture
def edge(tmp_path):
    (tmp_path / "question.json").write_text('{"type": "APL", "version": "1.4"}')
    return Edge(tmp_path)
