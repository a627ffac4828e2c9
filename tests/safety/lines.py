"""The numbers that each locale must name, from other sources than the product's own table.

A locale is not one before it stands here: look its numbers up anew, elsewhere, and name the source.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Lines:
    emergency: str
    emergency_source: str
    crisis: str
    crisis_of: str
    crisis_source: str
    aloud: str = ""
    """How the emergency number is said where not digit by digit."""
    same_day: str = ""
    """For care the same day; empty where the region has no such number."""
    same_day_source: str = ""
    child: str = ""
    """For children and the young; empty where none was found in two places."""
    child_source: str = ""


LINES = {
    "en-US": Lines(
        emergency="911",
        emergency_source="skowhegan.org/FAQ.aspx?QID=95, quoting 911.gov",
        crisis="988",
        crisis_of="Suicide and Crisis Lifeline",
        crisis_source="Wikipedia, 988 (telephone number), June 2025",
    ),
    "en-CA": Lines(
        emergency="911",
        emergency_source="alberta.ca/what-to-expect-when-calling-911",
        crisis="988",
        crisis_of="Suicide Crisis Helpline",
        crisis_source="Wikipedia, 988 (telephone number), June 2025",
        child="1 800 668 6868",
        child_source="cbc.ca/news/health/mental-health-crisis-text-kids-help-phone-1.4894118",
    ),
    "en-GB": Lines(
        emergency="999",
        emergency_source="wmas.nhs.uk/999-or-111",
        crisis="116 123",
        crisis_of="Samaritans",
        crisis_source="civilsociety.co.uk/news/samaritans-helpline-now-free-to-call.html",
        same_day="111",
        same_day_source="neas.nhs.uk/our-services/nhs-111",
        child="0800 1111",
        child_source="newcastle.gov.uk, keeping children safe: staying safe",
    ),
    "en-AU": Lines(
        emergency="000",
        emergency_source="ambulance.qld.gov.au/calling-an-ambulance",
        aloud="triple zero",
        crisis="13 11 14",
        crisis_of="Lifeline",
        crisis_source="Wikipedia, Lifeline (crisis support service)",
        child="1800 55 1800",
        child_source="openaustralia.org.au, House debates, 20 March 2023",
    ),
    "en-IN": Lines(
        emergency="112",
        emergency_source="lokmattimes.com, 13 December 2025: a minister in Parliament on ERSS-112",
        crisis="14416",
        crisis_of="Tele MANAS",
        crisis_source="theshillongtimes.com, 7 February 2025: a minister in Parliament",
    ),
}
NUMBERS = {locale: lines.emergency for locale, lines in LINES.items()}
ALOUD = {locale: lines.aloud or lines.emergency for locale, lines in LINES.items()}
