"""Age, injured or not, and zones: what is predicted and how it is judged."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .classification import auc, balanced_accuracy, base_rates, brier, calibration_metrics, column, complaint, macro_auc, output, positive
from .definition import Definition, Evaluated, HeldOut, Prepared
from .figures import Figure, Statistic, bootstrap
from .heldout import Sample, fit, out_of_fold, predict
from .metric import metric
from .regression import evaluate, mean_error, own_widths, without_deviations
from .rounding import significant
from .table import Table
from .text import Text, class_name, text
from .tried import compare


@dataclass(frozen=True)
class Prior:
    """The assumed class shares of a person without a complaint, from the training's base rates."""

    shares: Callable[[dict[str, float]], dict[str, float]]
    source: Text


@dataclass(frozen=True)
class Age:
    """The age typical of a pattern."""

    question: str = "age"

    def target(self, table: Table) -> np.ndarray:
        return table.frame["age_years"].to_numpy(dtype=float)

    def evaluate(self, model: Definition, prepared: Prepared, held: np.ndarray, held_out: HeldOut) -> Evaluated:
        result = evaluate(prepared.sample, held)
        sample = prepared.sample
        errors = Sample(sample.rows, np.abs(held[0, :, 0] - sample.target), sample.person)
        expected = out_of_fold(lambda: model.build(model.features), errors, repeats=1)[0, :, 0]
        metrics = result.metrics + self.more(model, prepared, held)
        return Evaluated(result.output, metrics, significant(result.half_width), (own_widths(sample, held, expected),))

    def more(self, model: Definition, prepared: Prepared, held: np.ndarray) -> list[dict[str, object]]:
        """Figures of some models only."""
        return []

    def judge(self, prepared: Prepared, held: np.ndarray) -> Statistic:
        return mean_error(prepared.sample, held)

    def compare(self, label: Text, candidate: float, difference: Figure) -> Text:
        return compare(label, text("mean absolute error", "error absoluto medio"), f"{candidate:.2f}", difference, 2, text(" years", " años"))


@dataclass(frozen=True)
class AgeOfRunning(Age):
    """Age where step-to-step deviations may be missing."""

    def more(self, model: Definition, prepared: Prepared, held: np.ndarray) -> list[dict[str, object]]:
        sample = prepared.sample
        lacking = sample.rows.copy()
        lacking[:, [feature.deviation for feature in model.features]] = np.nan
        reduced = out_of_fold(lambda: model.build(model.features), sample, shown=lacking)
        return without_deviations(sample, held, reduced)


@dataclass(frozen=True)
class AgeOfForce(Age):
    """Age where walking speed was slow, self-selected or fast."""

    def more(self, model: Definition, prepared: Prepared, held: np.ndarray) -> list[dict[str, object]]:
        chosen = _speed(prepared, "self_selected")
        sample = prepared.sample.where(chosen)
        return [metric("mae_self_selected", bootstrap(mean_error(sample, held[:, chosen]), sample.person), None, "years")]


@dataclass(frozen=True)
class Injured:
    """Injured or not, also on later years than those learned from."""

    prior: Prior
    complaint: Text
    year: int = 2014
    question: str = "injury"

    def target(self, table: Table) -> np.ndarray:
        return table.extra["injured"].to_numpy(dtype=float)

    def evaluate(self, model: Definition, prepared: Prepared, held: np.ndarray, held_out: HeldOut) -> Evaluated:
        sample, classes = prepared.sample, ["injured"]
        rates = base_rates(sample, classes)
        injured, marks = column(held, classes, "injured"), positive(sample, classes, "injured")
        known = bootstrap(auc(injured, marks), sample.person)
        metrics = [
            metric("auc_subject", known, 0.5),
            self._later(model, prepared),
            *calibration_metrics(sample, held, classes),
            metric("brier", bootstrap(brier(injured, marks), sample.person), rates["injured"] * (1 - rates["injured"])),
        ]
        priors = {
            "complaint": complaint(sample, classes, self.complaint),
            "checkup": {"shares": self.prior.shares(rates), "source": self.prior.source},
        }
        everyone = np.ones(len(sample.rows), dtype=bool)
        return Evaluated(output(sample, held, everyone, classes, None, [], priors), metrics, significant(1 - known.value))

    def judge(self, prepared: Prepared, held: np.ndarray) -> Statistic:
        return auc(column(held, ["injured"], "injured"), positive(prepared.sample, ["injured"], "injured"))

    def compare(self, label: Text, candidate: float, difference: Figure) -> Text:
        return compare(label, text("ROC AUC", "AUC ROC"), f"{candidate:.3f}", difference, 3)

    def _later(self, model: Definition, prepared: Prepared) -> dict[str, object]:
        """Trained on the years before, judged on other people's later sessions."""
        sample = prepared.sample
        before = (prepared.table.extra["year"] < self.year).to_numpy()
        after = ~before & ~np.isin(sample.person, sample.person[before])
        fitted = fit(model.build(model.features), sample.where(before))
        later = sample.where(after)
        answers = predict(fitted, later.rows)[None, :, 1]
        return metric("auc_time_split", bootstrap(auc(answers, positive(later, ["injured"], "injured")), later.person), 0.5)


@dataclass(frozen=True)
class Zones:
    """Healthy or a zone, judged at each walking speed."""

    classes: tuple[str, ...]
    body: tuple[str, ...]
    prior: Prior
    complaint: Text
    question: str = "injury"

    def target(self, table: Table) -> np.ndarray:
        return table.extra["class"].map({name: index for index, name in enumerate(self.classes)}).to_numpy(dtype=float)

    def evaluate(self, model: Definition, prepared: Prepared, held: np.ndarray, held_out: HeldOut) -> Evaluated:
        classes = list(self.classes)
        usual = _speed(prepared, "self_selected")
        sample, seen = prepared.sample.where(usual), held[:, usual]
        rates = base_rates(prepared.sample, classes)
        gait_only = held_out(model.build, tuple(feature for feature in model.features if feature.code not in self.body))[:, usual]
        healthy = {speed: self._healthy(prepared, held, speed) for speed in ("self_selected", "slow", "fast")}
        share = base_rates(sample, classes)["healthy"]
        each = [
            metric(f"auc_{name}", bootstrap(auc(column(seen, classes, name), positive(sample, classes, name)), sample.person), 0.5, of=class_name(name))
            for name in classes
        ]
        metrics = [
            metric("macro_auc", bootstrap(macro_auc(sample, seen, classes), sample.person), 0.5),
            metric("balanced_accuracy", bootstrap(balanced_accuracy(sample, seen, classes, rates), sample.person), 1 / len(classes)),
            *(metric(f"auc_healthy_{speed}", figure, 0.5) for speed, figure in healthy.items()),
            metric("auc_without_body", bootstrap(macro_auc(sample, gait_only, classes), sample.person), 0.5),
            *each,
            *calibration_metrics(sample, seen, classes),
            metric(
                "brier",
                bootstrap(brier(column(seen, classes, "healthy"), positive(sample, classes, "healthy")), sample.person),
                share * (1 - share),
            ),
        ]
        priors = {
            "complaint": complaint(prepared.sample, classes, self.complaint),
            "checkup": {"shares": self.prior.shares(rates), "source": self.prior.source},
        }
        shown = output(prepared.sample, held, usual, classes, "healthy", classes[1:], priors)
        return Evaluated(shown, metrics, significant(1 - healthy["self_selected"].value))

    def judge(self, prepared: Prepared, held: np.ndarray) -> Statistic:
        usual = _speed(prepared, "self_selected")
        statistic = macro_auc(prepared.sample.where(usual), held[:, usual], self.classes)
        return lambda weight: statistic(weight[usual])

    def compare(self, label: Text, candidate: float, difference: Figure) -> Text:
        return compare(label, text("macro ROC AUC", "AUC ROC media"), f"{candidate:.3f}", difference, 3)

    def _healthy(self, prepared: Prepared, held: np.ndarray, speed: str) -> Figure:
        """Healthy people at this speed against the impaired at their own."""
        classes = list(self.classes)
        is_healthy = positive(prepared.sample, classes, "healthy")
        mask = np.where(is_healthy, _speed(prepared, speed), _speed(prepared, "self_selected"))
        sample = prepared.sample.where(mask)
        return bootstrap(auc(column(held[:, mask], classes, "healthy"), positive(sample, classes, "healthy")), sample.person)


def _speed(prepared: Prepared, speed: str) -> np.ndarray:
    return (prepared.table.extra["speed"] == speed).to_numpy()

