"""Write a language's number words for the reading room: `python -m interaction_model.number_words`.

The library that knows them is needed here alone; what ships is its answers, as a table.
"""

import json
from pathlib import Path
from typing import Final

from num2words import num2words

COUNTED: Final = range(201)
YEARS: Final = range(1900, 2100)
BY_FIGURE: Final = ("000", "111", "112", "911", "995", "999")
"""Telephone numbers, said figure by figure."""
TARGET: Final = (
    Path(__file__).resolve().parent.parent / "lambda/spasm_guide/languages/{}/reading/numbers.json"
)


def table(language: str) -> dict[str, dict[str, str]]:
    spoken = {str(n): _words(num2words(n, lang=language)) for n in COUNTED}
    spoken |= {number: " ".join(spoken[figure] for figure in number) for number in BY_FIGURE}
    years = {str(y): _words(num2words(y, lang=language, to="year")) for y in YEARS}
    return {"spoken": spoken | years}


def _words(said: str) -> str:
    return said.replace("-", " ").replace(",", "")


def main() -> None:
    file = Path(str(TARGET).format("en"))
    file.write_text(json.dumps(table("en"), indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
