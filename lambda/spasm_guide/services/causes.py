"""Which causes are of one kind, though worded differently: "sneezing", "i sneezed again"."""

from functools import lru_cache

from spasm_guide.languages.load import language_of, load


@lru_cache(maxsize=4096)
def kind(cause: str, locale: str) -> str:
    """The words that matter, without their endings; the cause itself where none does."""
    told = load(language_of(locale), "causes")
    fillers, endings = told["fillers"], told["endings"]
    stems = [stem(word, endings) for word in cause.lower().split() if word not in fillers]
    return " ".join(stems[:2]) or cause.lower()


def stem(word: str, endings: list[str]) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word
