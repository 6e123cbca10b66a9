"""A line of the card about something that was tried."""

from .figures import Figure
from .text import Text, text


def compare(label: Text, figure: Text, value: str, difference: Figure, decimals: int, unit: Text | None = None) -> Text:
    """What was tried, its figure, and how that differs from the model kept, on the same folds."""
    change, low, high = (f"{number:+.{decimals}f}" for number in (difference.value, difference.low, difference.high))
    of = unit or text("", "")
    return text(
        f"{label['en']}: {figure['en']} {value}{of['en']}; against the model kept {change} (95 % interval {low} to {high}).",
        f"{label['es']}: {figure['es']} {value}{of['es']}; frente al modelo elegido {change} (intervalo del 95 % de {low} a {high}).",
    )
