"""How hard a letter is to read: the Flesch-Kincaid grade, the school year of somebody who reads it without help.

| rule | source |
|---|---|
| grade = 0.39 x words a sentence + 11.8 x syllables a word - 15.59 | Kincaid and others 1975 (from memory) |
| letters to families at grade 6 or below | issue of the step |
| English only: other languages are read by somebody who speaks them | DESIGN |

Greeting and name at the end are left out: they would only make a letter look easier than it is. Syllables are counted
by whoever asks: by a hyphenation list (`hyphenated`), which finds too few of them now and then, or by `vowels`, which
finds too many. Tests measure by both and believe the harder one. A grade says nothing about kindness or sense.
"""

import re
from collections.abc import Callable, Sized
from dataclasses import dataclass

HARDEST = 6.0
"""The grade no letter to a family goes above."""
Syllables = Callable[[str], int]
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.:,]\d+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?<=[^aeiouyl])es?$|(?<=[aeiouy][^aeiouydt])ed$|(?<=[^aeiouydt][^aeiouydt])ed$")


@dataclass(frozen=True)
class Read:
    """What was counted of a text: sentences, words, syllables; and its grade."""

    sentences: int
    words: int
    syllables: int

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade; 0 for a text without words."""
        if not self.words:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59


def measure(text: str, syllables: Syllables) -> Read:
    """What is counted of a text. A number is one word; a line is a sentence even without its full stop.

    >>> measure("We meet on Monday. Can you come?", vowels)
    Read(sentences=2, words=7, syllables=8)
    """
    found = [words for part in _sentences(text) if (words := _WORD.findall(part))]
    return Read(
        sentences=len(found),
        words=sum(len(words) for words in found),
        syllables=sum(max(syllables(word), 1) for words in found for word in words),
    )


def grade(text: str, syllables: Syllables) -> float:
    """The Flesch-Kincaid grade of a whole text."""
    return measure(text, syllables).grade


def body(letter: str) -> str:
    """A letter without its greeting and without the name beneath it: its first and its last paragraph."""
    parts = letter.strip().split("\n\n")
    return "\n\n".join(parts[1:-1]) if len(parts) > 2 else letter


def hyphenated(positions: Callable[[str], Sized]) -> Syllables:
    """Counts by a hyphenation list: `positions` gives the places where a word may be parted, as Pyphen's does."""
    return lambda word: len(positions(word.casefold())) + 1


def vowels(word: str) -> int:
    """Syllables as groups of vowels, without a silent end. Rather one too many than one too few.

    >>> [vowels(word) for word in ("family", "meeting", "helped", "wanted", "little", "make", "14")]
    [3, 2, 1, 2, 2, 1, 1]
    """
    low = word.casefold()
    return max(len(_VOWELS.findall(_SILENT.sub("", low) if len(low) > 3 else low)), 1)


def _sentences(text: str) -> list[str]:
    return re.split(r"[.!?]+(?=\s|$)|\n+", text)
