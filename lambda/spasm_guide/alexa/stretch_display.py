"""What the stretch display plays: figures as graphics, and times in milliseconds."""

from collections.abc import Mapping, Sequence
from typing import Any

from spasm_guide.alexa import avg
from spasm_guide.alexa.figures import drawing


def graphics(film: Mapping[str, Any]) -> dict[str, Any]:
    """One graphic for each stretch that the film shows."""
    place = film["place"]
    return {
        _source(index): avg.graphic(drawing(film["names"][index], place)) for index in _shown(film)
    }


def timed(film: Mapping[str, Any]) -> dict[str, Any]:
    """The data as the document reads them; each move knows where the one before it ended."""
    moves: list[dict[str, Any]] = []
    for at, index, pose, left, over in film["moves"]:
        before = moves[-1] if moves else None
        to = drawing(film["names"][index], film["place"]).at[pose]
        stays = before is not None and before["index"] == index
        moves.append(
            {
                "at": _ms(at),
                "index": index,
                "from": before["to"] if before and stays else to,
                "to": to,
                "over": max(1, _ms(over)),
                "flip": -1 if left else 1,
            }
        )
    holds = [
        {"at": _ms(at), "for": _ms(seconds), "counted": counted}
        for at, seconds, counted in film["holds"]
    ]
    breaths = [
        {"at": _ms(at), "breath": breath, "for": _ms(s)} for at, breath, s in film["breaths"]
    ]
    rounds = [{"at": _ms(at), "text": text} for at, text in film["rounds"]]
    captions = [
        {"at": _ms(at), "text": text, "letters": len(text)} for at, text in film["captions"]
    ]
    return {
        **{name: value for name, value in film.items() if name != "names"},
        "figures": [{"source": _source(index), "index": index} for index in _shown(film)],
        "moves": moves,
        "holds": holds,
        "breaths": breaths,
        "rounds": rounds,
        "captions": captions,
        "ms": _ms(film["seconds"]),
    }


def _shown(film: Mapping[str, Any]) -> Sequence[int]:
    return sorted({move[1] for move in film["moves"]})


def _source(index: int) -> str:
    return f"figure{index}"


def _ms(seconds: float) -> int:
    return round(1000 * seconds)
