"""How sure is sure enough, from what each mistake costs.

The unit is one question too many. Of three things that can be done with a finding that is likely
by p — set it, ask about it, leave it — the cheapest is done: asking beats leaving it where
p x MISSED > 1, setting it beats asking where (1 - p) x FALSE < 1.
"""

from typing import Final

MISSED: Final = {"grave": 8.0, "mild": 5.0}
"""A danger passed over ends in harm; a milder sign is asked about anyway in its turn."""
PARTLY: Final = 3.0
"""A denial of one part taken for one of all: whoever has another would mostly have said so."""
FALSE: Final = {"grave": 1.8, "mild": 1.45}
"""An emergency too many frightens and costs a call, but each is one that would be seen."""

ASK: Final = 1 / MISSED["grave"]
SET: Final = {kind: 1 - 1 / cost for kind, cost in FALSE.items()}
PASS: Final = {kind: 1 - 1 / cost for kind, cost in MISSED.items()}
"""A no that ends the matter: it must be so sure that asking again would cost more."""

SEVERAL: Final = 0.75
"""A no to one of several dangers in which more is denied than is named: surer than its score says
(docs/adr/a-no-of-several.md)."""

DENIES: Final = 1 - PARTLY / MISSED["grave"]
"""How far a denial of a part counts beside one of all."""

ALL: Final = 0.6
"""A no so clear, to a question that is not about danger, is one to all of it, though it names a
part: *no needles, no surgery, and i'm a bloke*."""
ELSEWHERE: Final = 0.3
"""A denial of what was not asked about, so that it is no half of a no to what was."""
IN_A_QUESTION: Final = 0.8
"""A finding told beside a question: *is a numb leg bad* tells of none."""
AGREED: Final = 0.9
"""A consent, a deletion, a permission: a no too many costs a word, a yes too many a trust."""
LEANING: Final = 0.4
"""An offer, a not sure, whose back it is, that only some was denied: wrong either way is said and
mended in a moment."""
AT_STAKE: Final = {"crisis": 0.3, "other_emergency": 0.4}
"""Whichever of the two is likelier, by both together. A line about a crisis too many harms nobody;
another emergency ends the talk, and leaves alone whoever told of a back."""
REACHED: Final = 0.8
"""Help that is said to be on its way ends the session, with nobody there if it is not."""
ENDING: Final = {"stop": 0.7, "help_already_here": 0.9}
"""What ends the session, in the middle of the check; *four doctors already* is no help there."""
ON_POINT: Final = 0.6
"""A topic so clear is answered though something more general is a little likelier."""
NEAR: Final = 0.5
"""Two topics that are offered to choose from: with less, most likely neither was meant."""
LOGGED: Final = 0.7
"""A spasm to be noted: told of by somebody who wants it looked at, it would end in the diary."""
WANTED: Final = 0.7
"""Something wanted of the skill, though a danger was told beside it."""
OF_ITSELF: Final = 0.25
"""An answer's own share, before that of a report that reports nothing goes to the answers."""
MEANT: Final = 0.8
"""Below it a wish to die may be a way of speaking of pain: asked, never assumed."""
