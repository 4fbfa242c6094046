"""Draws an invented service once, as plain values from one source of chance: no database, no clock.

Days are whole numbers counted from the day the service is shown: 0 is that day, -7 a week before.
"""
