"""What stops a training run with a message instead of a trace."""


class TrainingError(Exception):
    """Something the person who runs the training can put right; the message says what."""
