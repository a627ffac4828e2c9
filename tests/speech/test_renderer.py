import pytest
from jinja2 import DictLoader, ModuleLoader, UndefinedError

from spasm_guide.conversation.reply import Line
from spasm_guide.languages.load import language_of
from spasm_guide.speech.renderer import SUFFIX, NothingToSay, Renderer, environment, sources
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


def kept_as(form, templates, folder):
    """A loader of those templates, as a checkout or as the build has them."""
    if form == "sources":
        return DictLoader(templates)
    environment(DictLoader(templates)).compile_templates(folder, zip=None)
    return ModuleLoader(str(folder))


@pytest.fixture(params=["sources", "compiled"])
def renderer(request, tmp_path):
    templates = kept_as(request.param, TEMPLATES, tmp_path)
    return Renderer(lambda layer: templates)


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


OVER = {
    "sign/weakness.j2": "{% block ask %}Is a leg crook?{% endblock %}",
    "finding.j2": "{% macro told() %}crook{% endmacro %}",
}
UNDER = {
    **TEMPLATES,
    "finding.j2": "{% macro told() %}weak{% endmacro %}",
    "verdict.j2": "{% block say %}"
    '{% from "finding.j2" import told %}It is {{ told() }}.'
    "{% endblock %}",
}


@pytest.fixture(params=["sources", "compiled"])
def two_layers(request, tmp_path, monkeypatch):
    """A language, and an overlay of one locale that holds only what differs."""
    for layer, templates in (("en", UNDER), ("en-AU", OVER)):
        if request.param == "compiled":
            folder = tmp_path / "compiled_templates" / layer
            environment(DictLoader(templates)).compile_templates(folder, zip=None)
            continue
        for name, text in templates.items():
            file = tmp_path / "templates" / layer / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
    (tmp_path / "templates").mkdir(exist_ok=True)
    monkeypatch.setattr("spasm_guide.speech.renderer.CODE", tmp_path)
    return Renderer()


@pytest.mark.parametrize(
    ("locale", "asked", "why"),
    [
        ("en-AU", "Is a leg crook?", "It is crook."),
        ("en-GB", "Is one of your legs weak? Or does it give way?", "It is weak."),
        ("../en-AU", "Is one of your legs weak? Or does it give way?", "It is weak."),
    ],
)
def test_a_locale_has_a_wording_of_its_own_only_where_it_differs(two_layers, locale, asked, why):
    values = words(locale)
    assert two_layers.render(Line("sign/weakness:ask"), values) == asked
    assert two_layers.render(Line("sign/weakness:heard", {"cause": "x"}), values) == "Noted: x."
    assert two_layers.render(Line("verdict:say"), values) == why
    assert set(two_layers.blocks("sign/weakness", values)) == {"ask", "heard"}
    with pytest.raises(NothingToSay, match="other"):
        two_layers.render(Line("sign/weakness:other"), values)


def test_an_overlay_adds_nothing_that_its_language_does_not_have():
    """Else the other locales of the language would have nothing to say."""
    for layer in sorted(path.name for path in sources("").iterdir()):
        under = sources(language_of(layer))
        for file in sources(layer).rglob("*" + SUFFIX):
            path = file.relative_to(sources(layer))
            assert (under / path).is_file(), f"{layer}/{path}"
            name = path.as_posix().removesuffix(SUFFIX)
            assert set(Renderer().blocks(name, words(layer))) == set(Renderer().blocks(name)), name
