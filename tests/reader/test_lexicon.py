from interaction_model import compile_lexicon
from spasm_guide.clinical.findings import FINDINGS
from spasm_guide.reader.lexicon import FILE, Lexicon, compiled, lexicon
from spasm_guide.reader.normalise import words
from spasm_guide.reader.rules import rules


def concepts(text: str) -> set[str]:
    return {m.concept for m in lexicon().mentions(words(text))}


def test_the_compiled_lexicon_is_fresh() -> None:
    """Else: make lexicon, and then make train."""
    assert FILE.read_text(encoding="utf-8") == compile_lexicon.compiled()


def test_a_phrase_is_found_in_every_inflection_person_and_with_small_words_between() -> None:
    small = Lexicon(
        compile_lexicon.concepts(
            ["[small]\nmy the really\n[trouble]\nwet myself, lift my foot\n[forms]\n"]
        )
    )
    for text in ("wetting herself", "wets himself", "lifting his foot", "lift the foot"):
        assert small.mentions(words(text)), text
    assert not small.mentions(words("lift no foot"))


def test_a_phrase_hides_what_is_inside_it() -> None:
    assert "fall" not in concepts("i fell asleep")
    assert "fall" in concepts("i fell on the ice")


def test_every_rule_is_about_a_finding() -> None:
    led = [rule for concept in compiled()["rules"] for rule in rules(concept)]
    assert led and {rule.finding for rule in led} <= set(FINDINGS)
