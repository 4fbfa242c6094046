"""How a file is refused."""


class NotTaken(ValueError):
    """A file that we do not keep. Says why and what to do, in a sentence for the person who chose it."""
