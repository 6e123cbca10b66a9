"""Numbers in words are each language's own."""

from training.text import as_written, text


def test_numbers_are_each_languages_own() -> None:
    figures = "AUC 0.815 in 2014, -0.006 (95 %, +0.01 to -0.003)."
    written = as_written(text(figures, figures))
    assert written["en"] == "AUC 0.815 in 2014, −0.006 (95 %, +0.01 to −0.003)."
    assert written["es"] == "AUC 0,815 in 2014, −0,006 (95 %, +0,01 to −0,003)."


def test_what_is_joined_by_a_hyphen_stays() -> None:
    label = text("a two-3 row, COVID-19", "una fila 2-3, COVID-19")
    assert as_written(label) == label
