"""Words in both languages."""

import re
from typing import TypedDict

from .dictionary import field


class Text(TypedDict):
    """The same in English and Spanish."""

    en: str
    es: str


def text(en: str, es: str) -> Text:
    """Words in both languages."""
    return {"en": en, "es": es}


def as_written(words: Text) -> Text:
    """The same with its numbers as each language writes them: a minus that is no hyphen, and in Spanish a decimal comma."""
    en, es = (re.sub(r"(?<!\w)-(?=\d)", "−", words[language]) for language in ("en", "es"))
    return text(en, re.sub(r"(?<=\d)\.(?=\d)", ",", es))


def class_name(name: str) -> Text:
    """What a class is called."""
    fixed = {
        "healthy": text("healthy", "sano"),
        "injured": text("injured", "lesionado"),
        "other": text("another region", "otra región"),
    }
    if name in fixed:
        return fixed[name]
    region = field("injured_joint")
    label = region.value_labels[name] if name in region.value_labels else field(name).label
    return text(label["en"].lower(), label["es"].lower())
