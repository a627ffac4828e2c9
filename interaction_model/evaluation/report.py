"""The report as Markdown, from what was measured."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import Final

from interaction_model.evaluation import disturb
from interaction_model.evaluation.figures import Share, share_table, table
from interaction_model.evaluation.panels import Vignette
from interaction_model.evaluation.readings import (
    Reading,
    confusions,
    grouped,
    quantile,
    readings,
    wholly_right,
)
from interaction_model.phrases import Phrase

PUBLISHED: Final = Path(__file__).with_name("published.md")
TALK: Final = {
    "timers and reminders": (
        *("ice_timer", "heat_timer", "timer_left", "timer_cancel", "timer_change"),
        *("remind_heat", "remind_stretch"),
    ),
    "stretches and routines": (
        *("start_stretch", "next", "back", "pause", "resume", "repeat", "slower", "faster"),
        *("easier", "too_painful", "how_long", "get_up"),
    ),
    "the diary": ("log_spasm", "diary_summary", "forget_me"),
    "life and limb": ("crisis", "other_emergency", "help_already_here"),
    "questions": (
        *("question", "explain_sign", "explain", "what_is_spasm", "causes", "list_signs"),
        *("compare_mild_warning", "medical_treatment", "when_to_see_doctor", "relief", "lifestyle"),
    ),
}
"""Meanings by what is talked of; all others are answers and commands of the check."""
SEEDS: Final = 3
"""Misrouting is drawn by lot, so it is measured this often."""


def whole(found: Sequence[Reading]) -> Share:
    return Share.of(wholly_right(found).values())


def by_difficulty(found: Sequence[Reading]) -> list[tuple[str, Share]]:
    return [
        (level, whole([r for r in found if r.phrase.difficulty == level]))
        for level in ("easy", "medium", "hard")
    ]


def by_state(found: Sequence[Reading]) -> list[tuple[str, Share]]:
    groups = grouped(found, lambda r: r.state.partition(":")[0])
    return sorted(((n, Share.of(v)) for n, v in groups.items()), key=lambda g: -g[1].percent)


def by_meaning(found: Sequence[Reading]) -> list[tuple[str, Share]]:
    groups = grouped(found, lambda r: r.phrase.expected[0].meaning)
    return sorted(((n, Share.of(v)) for n, v in groups.items()), key=lambda g: -g[1].percent)


def by_hand(found: Sequence[Reading]) -> list[tuple[str, Share]]:
    hands = dict.fromkeys(r.phrase.place.partition(".")[0] for r in found)
    return [(h, whole([r for r in found if r.phrase.place.startswith(f"{h}.")])) for h in hands]


def by_talk(found: Sequence[Reading]) -> list[tuple[str, Share]]:
    def talk(reading: Reading) -> str:
        meaning = reading.phrase.expected[0].meaning
        return next((name for name, those in TALK.items() if meaning in those), "the check")

    groups = grouped(found, talk)
    return sorted(((n, Share.of(v)) for n, v in groups.items()), key=lambda g: -g[1].percent)


def understood(found: Sequence[Reading]) -> str:
    return "\n\n".join(
        (
            f"Taken as meant, in every state asked: **{whole(found)}** of "
            f"{len(wholly_right(found))} phrases.",
            share_table("difficulty", by_difficulty(found)),
            share_table("state", by_state(found)),
            share_table("hand", by_hand(found)),
            share_table("talk of", by_talk(found)),
            share_table("meaning", by_meaning(found)),
        )
    )


def confused(found: Sequence[Reading]) -> str:
    rows = [(meant, taken, n) for (meant, taken), n in confusions(found).most_common(15)]
    return table(("meant", "taken for", "readings"), rows)


def dangers(found: Sequence[Reading]) -> str:
    fates = Counter(r.fate for r in found)
    told = fates["caught"] + fates["missed"] + fates["denied"]
    lost = [r for r in found if r.fate in ("missed", "denied")]
    rows = [
        (
            r.phrase.place,
            r.state,
            " or ".join(_told(r, n) for n in range(len(r.phrase.expected))),
            "asked about" if set(_yes(r)) & set(r.heard.likely) else r.heard.meaning,
            "read as no" if r.fate == "denied" else "not caught",
        )
        for r in lost
    ]
    false = Share.of(r.invented for r in found if r.invented is not None)
    return "\n\n".join(
        (
            f"A warning sign was told with yes {told} times: {fates['caught']} caught, "
            f"{fates['missed']} not caught, {fates['denied']} read as no.",
            table(("phrase", "state", "told", "taken for", "fate"), rows) if rows else "",
            f"Heard where nothing was told (idioms, denials, ordinary trouble): {false}.",
        )
    )


def _told(reading: Reading, number: int) -> str:
    expected = reading.phrase.expected[number]
    return " ".join(k for k, v in expected.answers.items() if v == "yes") or expected.meaning


def _yes(reading: Reading) -> list[str]:
    told = [k for e in reading.phrase.expected for k, v in e.answers.items() if v == "yes"]
    kind, _, name = reading.state.partition(":")
    return [*told, name] if kind in ("sign", "confirm") else told


def speed(found: Sequence[Reading]) -> str:
    times = [1000 * r.seconds for r in found]
    return (
        f"{quantile(times, 0.5):.2f} ms of processor time a phrase in the middle, "
        f"{quantile(times, 0.99):.2f} ms at the 99th percentile, on the machine that wrote this "
        "page."
    )


def size(folder: Path) -> str:
    """Of what is loaded with the first words; memory by its peak beside that of this process."""
    shipped = {file.name: file.stat().st_size / 1e6 for file in sorted(folder.iterdir())}
    rows = [(name, f"{megabytes:.2f}") for name, megabytes in shipped.items() if megabytes >= 0.01]
    peak = getrusage(RUSAGE_SELF).ru_maxrss / 1024
    return "\n\n".join(
        (
            table(("file", "MB"), [*rows, ("all", f"{sum(shipped.values()):.2f}")]),
            f"This measuring itself, reader and corpus in it, had {peak:.0f} MB at its peak.",
        )
    )


def totals(found: Sequence[Reading]) -> dict[str, int]:
    fates = Counter(r.fate for r in found)
    right = whole(found)
    return {
        "right": right.hits,
        "of": right.cases,
        "told": fates["caught"] + fates["missed"] + fates["denied"],
        "missed": fates["missed"],
        "denied": fates["denied"],
    }


def robustness(phrases: Sequence[Phrase], found: Sequence[Reading]) -> str:
    plain = whole(found)
    filled = readings(disturb.with_filler(phrases))
    rows = [
        ("as said", plain, "", _denied(found)),
        ("a filler added", whole(filled), _change(whole(filled), plain), _denied(filled)),
    ]
    for name, some in (
        ("a small word dropped", disturb.without_small_word(phrases)),
        ("a small first word lost", disturb.without_first_word(phrases)),
        ("numbers as digits", disturb.in_figures(phrases)),
    ):
        places, heard = {p.place for p in some}, readings(some)
        before = whole([r for r in found if r.phrase.place in places])
        rows.append((name, whole(heard), _change(whole(heard), before), _denied(heard)))
    routed = [readings(phrases, disturb.misrouted(0.1, seed)) for seed in range(SEEDS)]
    every = Share.of(ok for run in routed for ok in wholly_right(run).values())
    lost = sum(_denied(run) for run in routed)
    rows.append((f"10% misrouted, {SEEDS} draws", every, _change(every, plain), lost))
    return table(("phrases", "right", "points", "signs read as no"), rows)


def _denied(found: Sequence[Reading]) -> int:
    return sum(r.fate == "denied" for r in found)


def _change(after: Share, before: Share) -> str:
    return f"{after.percent - before.percent:+.1f}"


def played(found: Sequence[Vignette], title: str) -> str:
    exact = Share.of(v.tier == v.gold for v in found)
    accepted = Share.of(v.tier in v.accepted for v in found)
    faults = sum(bool(v.faults) for v in found)
    others = [
        (v.name, v.gold, ", ".join(v.accepted), v.tier)
        for v in found
        if v.tier != v.gold or v.faults
    ]
    return "\n\n".join(
        (
            f"{title}: exact tier {exact}, accepted tier {accepted} of {len(found)}; "
            f"conversations with a fault: {faults}.",
            table(("case", "gold", "accepted", "given"), others) if others else "",
        )
    )
