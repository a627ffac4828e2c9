"""One folder a language: as data, all that the skill knows of it besides what templates say."""
