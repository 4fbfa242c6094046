"""Pages of the letters of a conference: who looks, where they begin, which links they follow."""

_LIST, _CONFERENCE, _LETTERS = "/conferences/", r"/conferences/1/$", r"/letters/$"
LIVE_LETTERS: dict[str, tuple[str, ...]] = {
    "conferences/letters.html": ("samira", _LIST, _CONFERENCE, _LETTERS),
    "conferences/letter.html": ("samira", _LIST, _CONFERENCE, _LETTERS, r"/conferences/letters/\d+/$"),
    "conferences/letter_new.html": ("samira", _LIST, _CONFERENCE, _LETTERS, r"/letters/invitation/[a-z-]+/$"),
}
