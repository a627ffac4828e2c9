"""How sure is sure enough: likelihoods, from 0 to 1, at which a reading changes.

Each was settled on phrases of the tuning corpus that the model had not learnt, over all of them
at once: more signs caught and fewer read as no come before more readings right.
"""

from typing import Final

TOLD: Final = {None: 0.2, "unsure": 0.2, "yes": 0.07, "no": 0.9}
"""A finding is set, by what the rules say of it. Without a rule more than a third of those at a
fifth were true; of those that a rule denies, four in five were false up to nine tenths."""
BESIDE: Final = 0.05
"""A sign is set that goes with a danger told in the same words."""
LIKELY: Final = 0.15
"""A finding is not set, but asked about; so is every one that a rule affirms."""

DENIED: Final = {None: 0.5, "unsure": 0.5, "yes": 0.5, "no": 0.02}
"""A finding is denied, by what the rules say of it, where a yes is less likely than DOUBT."""
DISPUTED: Final = 0.3
HARDLY: Final = 0.02
"""A rule's no is asked about, where the model's no is below the one and its yes above the other."""
DOUBT: Final = 0.2
"""A no to the open question that may be a yes this much is none."""
EVEN: Final = 0.4
"""The same for the milder signs, where a wrong no harms less than many questions."""

ANSWERED: Final = 0.15
"""The words answer the open question, if nothing is likelier."""
NO_TO: Final[dict[str, dict[str | None, float]]] = {
    "screen": {None: 0.8, "yes": 0.8, "unsure": 0.8, "no": 0.4},
    "sign": {None: 0.6, "yes": 0.6, "unsure": 0.6},
    "confirm": {None: 0.6, "yes": 0.6, "unsure": 0.6},
}
"""The words answer no, by kind of question and by what the rules take them for: the questions
about danger are asked again rather than passed on a guess."""
GUESSED: Final = 0.3
"""Below this, a yes that the rules don't hear answers nothing."""

WANTED: Final = 0.7
"""Something is wanted of the skill though a grave finding was told beside it; and what ends the
session, in the middle of the check."""
AGREED: Final = 0.5
SURE: Final = 0.9
"""A yes to a question about danger that the rules hear, and one that they don't."""
SUSPECTED: Final = 0.2
"""A crisis or another emergency: to be asked once too often harms nobody."""
