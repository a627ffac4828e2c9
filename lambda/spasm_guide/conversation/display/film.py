"""A playing stretch as a film: which pose when, what is said meanwhile, which holds count down."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from spasm_guide.conversation.kept import Routine
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.stretching import routine
from spasm_guide.conversation.stretching.routine import GAP, Cue
from spasm_guide.conversation.stretching.standing import standing

LONGEST_MOVE: Final = 2.0
START: Final = "start"
LEFT: Final = "left"
COUNTED: Final = "stretch/count:number"
COUNT: Final = "count:"
BREATHS: Final = (f"{COUNT}breathe_in", f"{COUNT}breathe_out")


def film(now: Routine, pace: int, lines: Sequence[Line]) -> dict[str, Any]:
    """All times in seconds from the answer's first word, which is when the picture appears."""
    cues = routine.part(now, pace)
    total = now.lead + sum(cue.beat.length for cue in cues)
    ahead = cues[-1].index + 1 if cues else now.index + 1
    return {
        "names": list(now.names),
        "place": now.place,
        "index": now.index,
        "moves": _moves(now, cues),
        "holds": _holds(now, cues),
        "breaths": _breaths(now, cues),
        "rounds": _rounds(now, cues, pace),
        "captions": _captions(now, pace, lines),
        "seconds": round(total, 1),
        "next": now.names[ahead] if ahead < len(now.names) else None,
    }


def still(now: Routine, pace: int) -> dict[str, Any]:
    """The same picture standing still, in the pose it stopped at."""
    pose, side, rounds = START, None, []
    if now.beat:
        beats = routine.beats(now, now.index, pace)
        beat = beats[min(now.beat, len(beats) - 1)]
        pose, side = beat.pose or START, beat.side
        rounds = [[0, *standing(beats, now.beat)]]
    return {
        "names": list(now.names),
        "place": now.place,
        "index": now.index,
        "moves": [[0, now.index, pose, side == LEFT, 0]],
        "holds": [],
        "breaths": [],
        "rounds": rounds,
        "captions": [],
        "seconds": 0,
    }


def _moves(now: Routine, cues: Sequence[Cue]) -> list[list[Any]]:
    """[when, which stretch, into which pose, on the left, how long it takes]."""
    moves: list[list[Any]] = []
    begun = now.lead
    for cue in cues:
        beat = cue.beat
        # Between the poses of a repetition the person stays as they are.
        pose = beat.pose or (moves[-1][2] if moves and beat.held else START)
        state = [cue.index, pose, beat.side == LEFT if beat.side else _side(moves)]
        if not moves or moves[-1][1:4] != state:
            moves.append([round(begun, 1), *state, round(min(LONGEST_MOVE, beat.length), 1)])
        begun += beat.length
    if moves:
        moves[0][0] = 0
    return moves


def _side(moves: Sequence[Sequence[Any]]) -> bool:
    return bool(moves and moves[-1][3])


def _holds(now: Routine, cues: Sequence[Cue]) -> list[list[Any]]:
    """[when, how many seconds, counted]: where the voice counts, number n begins second n."""
    holds: list[list[Any]] = []
    inside = False
    for begun, cue in _timed(now, cues):
        if cue.beat.held and inside:
            holds[-1][1] = round(holds[-1][1] + cue.beat.length, 1)
        elif cue.beat.held:
            holds.append([round(begun, 1), round(cue.beat.length, 1), cue.beat.n is not None])
        inside = cue.beat.held
    return holds


def _breaths(now: Routine, cues: Sequence[Cue]) -> list[list[Any]]:
    """[when, `breathe_in` or `breathe_out`, how many seconds]."""
    return [
        [round(begun, 1), cue.beat.say.removeprefix(COUNT), round(cue.beat.length, 1)]
        for begun, cue in _timed(now, cues)
        if cue.beat.say in BREATHS
    ]


def _rounds(now: Routine, cues: Sequence[Cue], pace: int) -> list[list[Any]]:
    """[when, side or none, which repetition of it, of how many]; 0 of 0 between the sides."""
    rounds: list[list[Any]] = []
    wholes = {cue.index: routine.beats(now, cue.index, pace) for cue in cues}
    for begun, cue in _timed(now, cues):
        stands = [*standing(wholes[cue.index], cue.number)]
        if not rounds or rounds[-1][1:] != stands:
            rounds.append([round(begun, 1), *stands])
    return rounds


def _timed(now: Routine, cues: Sequence[Cue]) -> Iterator[tuple[float, Cue]]:
    begun = now.lead
    for cue in cues:
        yield begun, cue
        begun += cue.beat.length


def _captions(now: Routine, pace: int, lines: Sequence[Line]) -> list[list[Any]]:
    """[when, line]: what is said, pauses and the counting of seconds left out."""
    captions: list[list[Any]] = []
    begun = 0.0
    for line in lines[:-1]:
        seconds = routine.saying([line], pace)
        if line.name not in (GAP, COUNTED):
            captions.append([round(begun, 1), [line.name, dict(line.data)]])
        begun += seconds
    return captions
