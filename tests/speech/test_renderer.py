import pytest
from jinja2 import DictLoader, ModuleLoader, UndefinedError

from spasm_guide.conversation.reply import Line
from spasm_guide.speech.renderer import NothingToSay, Renderer, environment
from spasm_guide.speech.words import words

TEMPLATES = {
    "sign/weakness.j2": """
{% block ask %}
  Is one of {{ your }} legs weak?
  Or does it give way?
{% endblock %}
{% block heard %}Noted: {{ cause }}.{% endblock %}
""",
    "card/verdict.j2": """
{% block title %}Call {{ number }}{% endblock %}
{% block text %}
Call {{ number_text }}.
{{ er }} is next.
{% endblock %}
""",
}


@pytest.fixture(params=["sources", "compiled"])
def renderer(request, tmp_path):
    sources = DictLoader(TEMPLATES)
    if request.param == "sources":
        return Renderer(sources)
    environment(sources).compile_templates(tmp_path, zip=None)
    return Renderer(ModuleLoader(str(tmp_path)))


def test_one_block_is_said_on_one_line(renderer):
    spoken = renderer.render(Line("sign/weakness:ask"), words("en-US", "someone"))
    assert spoken == "Is one of their legs weak? Or does it give way?"


def test_what_a_person_said_is_never_markup(renderer):
    line = Line("sign/weakness:heard", {"cause": '<break time="99s"/> & more'})
    assert renderer.render(line, {}) == ("Noted: &lt;break time=&#34;99s&#34;/&gt; &amp; more.")


def test_a_card_is_plain_text(renderer):
    card = Line("card/verdict")
    assert renderer.write(card, "title", words("en-AU")) == "Call 000"
    assert renderer.write(card, "text", words("en-GB")) == "Call 999.\nA&E is next."


@pytest.mark.parametrize("name", ["sign/weakness:other", "sign/other:ask"])
def test_what_has_no_words_is_an_error_that_names_it(renderer, name):
    with pytest.raises(NothingToSay, match="other"):
        renderer.render(Line(name), {})


def test_a_missing_value_is_an_error(renderer):
    with pytest.raises(UndefinedError, match="cause"):
        renderer.render(Line("sign/weakness:heard"), {})
