"""Numbers as the card writes them."""

import math


def significant(value: float, digits: int = 5) -> float:
    """Rounded to significant digits; never -0."""
    number = float(value)
    if number == 0 or not math.isfinite(number):
        return 0.0 if number == 0 else number
    return round(number, digits - 1 - math.floor(math.log10(abs(number)))) + 0.0
