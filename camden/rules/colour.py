"""A council's colour, and inks that can be read on it.

Contrast is as the Web Content Accessibility Guidelines 2.2 define it (1.4.3: text at least 4.5 to 1; 1.4.11: the edge
of a control at least 3 to 1). Colours are written as in a stylesheet, "#123b41".
"""

import re

ENOUGH_FOR_TEXT = 4.5
ENOUGH_FOR_EDGES = 3.0
WHITE, BLACK = "#ffffff", "#000000"
# What text in the council's colour stands on: the sheet, the paper around it, the tint of a thing one points at.
LIGHT_GROUNDS = ("#ffffff", "#f6f5f1", "#e6f0ef")


def is_colour(text: str) -> bool:
    """Whether this is a colour as we write them: a hash and six hexadecimal digits."""
    return bool(re.fullmatch(r"#[0-9a-fA-F]{6}", text))


def contrast(one: str, other: str) -> float:
    """How many to one: 1.0 for the same colour, 21.0 for black and white."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ink_on(ground: str) -> str:
    """White or black, whichever is easier to read. One of the two always reaches 4.5 to 1."""
    return max((WHITE, BLACK), key=lambda ink: contrast(ink, ground))


def mixed(one: str, other: str, share: float) -> str:
    """`share` (0 to 1) of `other` mixed into `one`."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def readable_on(colour: str, grounds: tuple[str, ...], least: float = ENOUGH_FOR_TEXT) -> str:
    """The colour itself, or as much darker as it must be to reach `least` to 1 on each of the light grounds."""
    for step in range(21):
        tried = mixed(colour, BLACK, step / 20)
        if all(contrast(tried, ground) >= least for ground in grounds):
            return tried
    return BLACK


def palette(colour: str) -> dict[str, str]:
    """The custom properties of camden.css that follow from a council's colour."""
    ink = ink_on(colour)
    deeper = mixed(colour, BLACK if ink == WHITE else WHITE, 0.3)  # away from its ink: only easier to read
    action = readable_on(colour, LIGHT_GROUNDS)
    return {
        "--band": colour.lower(),
        "--band-dark": deeper,
        "--band-ink": ink,
        "--band-quiet": ink,
        "--band-edge": mixed(colour, ink, 0.45),
        "--band-focus": ink,
        "--action": action,
        "--action-dark": mixed(action, BLACK, 0.3),
        "--mark": mixed(colour, ink, 0.7),
    }


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (each / 255 for each in _parts(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
