"""Spasm Guide: checks a back spasm for warning signs by voice, and guides relief and stretches."""
