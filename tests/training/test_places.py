"""Where lines are said in a round, and how their words arrive."""

import random
from collections import Counter

from interaction_model.phrases import parse
from interaction_model.training import places

STATES = ("menu", "screen:life", "screen:nerves", "sign:weakness", "consent:diary")


def lines(*found):
    return [parse(f"{line}\thand") for line in found]


def states_of(line, rounds=200):
    found = Counter()
    for number in range(rounds):
        first = next(iter(places.lessons(lines(line), STATES, number)))
        found[first.state] += 1
    return found


def test_a_side_question_is_learnt_at_every_question():
    found = states_of("advice\teasy\tquestion topic=massage\tshould i get a massage")
    assert set(STATES) < set(found)
    assert found[places.ADVICE] > 50


def test_a_wish_said_anywhere_is_learnt_everywhere():
    assert {*STATES, "launch", places.ADVICE} == set(states_of("any\teasy\tstop\tenough now"))


def test_an_answer_that_names_what_was_asked_stays_at_its_question():
    assert set(states_of("screen:life\teasy\tno\tno chest pain or any of that")) == {"screen:life"}


def test_disturbed_words_are_the_same_for_the_same_chance():
    text = "my leg is numb and i can't feel it"
    told = {places.disturbed(text, random.Random(5)) for _ in range(5)}
    assert len(told) == 1
    assert places.disturbed(text, random.Random(5)) != text


def test_a_no_is_never_dropped_from_the_words():
    text = "no i have not fallen and i never fell"
    for seed in range(300):
        told = places.disturbed(text, random.Random(seed)).split()
        assert {"not", "never"} <= set(told)
        assert {"no", "know"} & set(told)


def test_a_corpus_of_few_statements_is_joined_as_far_as_it_goes():
    few = lines("launch\teasy\treport weakness=yes\tmy leg is weak", *["any\teasy\tstop\tstop"] * 9)
    assert len(list(places.lessons(few, STATES, 0))) >= len(few)
