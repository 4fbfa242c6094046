"""Letters in other languages: their codes for a screen reader, and numbers that stay dialable in them.

| rule | source |
|---|---|
| a letter in another language is written by somebody who speaks it; no machine translates | DESIGN |
| a right-to-left letter prints correctly | issue of the step |
| a number with spaces turns round between Arabic words unless they hold it together | Unicode UAX 9, W4 and N1 |
"""

import re

CODES: dict[str, str] = {
    "albanian": "sq", "amharic": "am", "arabic": "ar", "bangla": "bn", "bengali": "bn", "bulgarian": "bg",
    "chinese": "zh", "dari": "prs", "english": "en", "farsi": "fa", "french": "fr", "german": "de", "greek": "el",
    "gujarati": "gu", "hebrew": "he", "hindi": "hi", "italian": "it", "kurdish": "ku", "kurmanji": "kmr",
    "lingala": "ln", "lithuanian": "lt", "nepali": "ne", "oromo": "om", "pashto": "ps", "persian": "fa",
    "polish": "pl", "portuguese": "pt", "punjabi": "pa", "romanian": "ro", "russian": "ru", "somali": "so",
    "sorani": "ckb", "spanish": "es", "swahili": "sw", "sylheti": "syl", "tamil": "ta", "tigrinya": "ti",
    "turkish": "tr", "ukrainian": "uk", "urdu": "ur", "vietnamese": "vi", "welsh": "cy", "yoruba": "yo",
}  # fmt: skip
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "fa", "he", "prs", "ps", "ur"})
UNKNOWN = "und"
"""ISO 639-2 for a language nobody named: a screen reader then guesses by the letters."""
_NUMBER = re.compile(r"\+?\d(?:[ \u00a0]?\d){5,}")
_FIRST, _LAST = "\u2066", "\u2069"


def code_of(language: str) -> str:
    """The code of a language as people write it; English when nobody said one.

    >>> [code_of(said) for said in ("Urdu", "Kurdish (Sorani)", "", "the language of her village")]
    ['ur', 'ckb', 'en', 'und']
    """
    if not language.strip():
        return "en"
    words = re.findall(r"[a-z]+", language.casefold())
    return next((CODES[word] for word in reversed(words) if word in CODES), UNKNOWN)


def is_right_to_left(language: str) -> bool:
    """Whether a language is written from right to left."""
    return code_of(language) in RIGHT_TO_LEFT


def hold_numbers(text: str) -> str:
    """Telephone numbers held together with spaces that do not break, so that "020 7946 0102" reads so in Arabic too.

    One that begins with + is set apart as a whole. Saying it twice changes nothing.
    """
    return _NUMBER.sub(_held, text)


def _held(found: re.Match[str]) -> str:
    number = found[0].replace(" ", "\u00a0")
    before = found.string[found.start() - 1 : found.start()]
    return f"{_FIRST}{number}{_LAST}" if number.startswith("+") and before != _FIRST else number
