"""What a person is to be reminded of. Empty until the first reminder."""
