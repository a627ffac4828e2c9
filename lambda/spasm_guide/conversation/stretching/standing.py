"""Where one stands in a stretch: how long still, how many more, which side. All of the timeline."""

from collections.abc import Sequence

from spasm_guide.clinical.timeline import Beat, lasting
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.kept import Routine
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.stretching import routine
from spasm_guide.conversation.stretching.playing import into
from spasm_guide.conversation.stretching.starting import carry_on
from spasm_guide.conversation.turn import Step, line


def on_how_long(session: Session, now: Routine, heard: Heard) -> Step:
    """Told in the middle of a stretch, it goes on by itself."""
    if now.state == "new":
        return carry_on(session, now)
    about = heard.details.get("about")
    here: list[Line] = []
    if now.goes_on and about != "stretches":
        whole = routine.beats(now, now.index, session.pace)
        if about == "side":
            here = [_side(whole, now.beat)]
        elif about == "repeats":
            here = [_repeats(whole, now.beat)]
        else:
            here = [line("stretch/stretch:left_here", left=seconds_left(now, session.pace))]
    if about not in ("side", "repeats") and not now.last:
        here.append(line("stretch/stretch:left_after", n=len(now.names) - now.index - 1))
    return carry_on(session, now, *here)


def seconds_left(now: Routine, pace: int) -> int:
    """Until this stretch is over, the way back into it included."""
    ahead = routine.beats(now, now.index, pace)[now.beat :]
    return round(routine.saying(into(now, pace), pace) + lasting(ahead))


def standing(whole: Sequence[Beat], beat: int) -> tuple[str | None, int, int]:
    """The side, which repetition of it this is, and of how many; before it begins, of the first."""
    side = next((each.side for each in whole[beat:] if each.side or each.round_ends), None)
    of = sum(each.round_ends and each.side == side for each in whole)
    done = sum(each.round_ends and each.side == side for each in whole[:beat])
    return side, min(done + 1, of), of


def _side(whole: Sequence[Beat], beat: int) -> Line:
    side, n, of = standing(whole, beat)
    if side is None:
        return line("stretch/stretch:no_side")
    return line("stretch/stretch:side", side=side, n=n, of=of)


def _repeats(whole: Sequence[Beat], beat: int) -> Line:
    """This one included, as long as it is not over."""
    side = whole[beat].side if beat < len(whole) else None
    here = sum(each.round_ends and each.side == side for each in whole[beat:])
    other = sum(each.round_ends and each.side != side for each in whole[beat:])
    return line("stretch/stretch:repeats", n=here, other=other)
