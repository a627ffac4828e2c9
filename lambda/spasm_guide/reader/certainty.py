"""How sure is sure enough: likelihoods, from 0 to 1, at which a reading changes.

Each was settled on phrases of the tuning corpus that the model had not learnt, over all of them
at once: more signs caught and fewer read as no come before more readings right.
"""

from typing import Final

TOLD: Final = 0.25
"""A finding is set. Far below an even chance: a miss costs more than a question too many."""
TOLD_GRAVE: Final = 0.4
"""One that ends in an emergency is set; below that it is asked about, so that nobody is frightened
by a guess."""
LIKELY: Final = 0.2
"""A finding is asked about."""
REFUTED: Final = 0.07
"""Below this, not even the rules' yes sets a finding: it is asked about."""

DENIED: Final = 0.5
"""A finding is denied, where a yes is less likely than DOUBT."""
DOUBT: Final = 0.2
"""A no to the open question that may be a yes this much is none."""
EVEN: Final = 0.4
"""The same for the milder signs, where a wrong no harms less than many questions."""

ANSWERED: Final = 0.15
"""The words answer the open question, if nothing is likelier."""
CLEAR: Final = 0.6
"""A no that the rules don't hear, and a yes to a question about danger that they do."""
GUESSED: Final = 0.3
"""Below this, a yes that the rules don't hear answers nothing."""

WANTED: Final = 0.7
"""Something is wanted of the skill though a grave finding was told beside it; and what ends the
session, in the middle of the check."""
SURE: Final = 0.9
"""A yes to a question about danger that the rules don't hear."""
SUSPECTED: Final = 0.2
"""A crisis or another emergency: to be asked once too often harms nobody."""
