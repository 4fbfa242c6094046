"""The genogram and the ecomap, from dated facts to places and lines on paper. Plain Python, no clock, no database.

`family` says what the facts are, `sharing` and `days` choose among them, `rows`, `order`, `positions`, `lines`, `homes`
and `feelings` find a place for everything, `drawing` writes it as SVG, `telling` says the same as tables.
Sources: REFERENCE 8.1 to 8.4. ADR 0017 says how the layout works and what was measured.
"""
