"""Spasm Guide: checks a back spasm for warning signs by voice, and guides relief and stretches."""

from typing import Final

__version__: Final = "0.2.0"
"""The one place where it stands: the package and the log read it here."""
