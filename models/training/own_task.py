"""Classes of a table of one's own: injured or not, zones, or a clinical test."""

from dataclasses import dataclass

import numpy as np

from .classification import auc, base_rates, brier, calibration_metrics, column, complaint, macro_auc, output, positive
from .definition import Definition, Evaluated, HeldOut, Prepared
from .dictionary import field
from .errors import TrainingError
from .figures import Figure, Statistic, bootstrap
from .metric import metric
from .rounding import significant
from .table import Table
from .text import Text, class_name, text
from .tried import compare

HEALTHY = "healthy"
CHECKUP = 0.2
AS_RECORDED = text("The shares of the people recorded.", "Las proporciones de las personas registradas.")
ASSUMED = text(
    "An assumption, not a measurement: one in five people who come without a complaint; the classes share it as recorded.",
    "Un supuesto, no una medida: una de cada cinco personas que vienen sin molestias; las clases se la reparten como en los registros.",
)


@dataclass(frozen=True)
class OwnClasses:
    """One class means that it is there or not."""

    classes: tuple[str, ...]
    question: str = "injury"

    def target(self, table: Table) -> np.ndarray:
        return table.extra["class"].to_numpy(dtype=float)

    def evaluate(self, model: Definition, prepared: Prepared, held: np.ndarray, held_out: HeldOut) -> Evaluated:
        sample, classes = prepared.sample, list(self.classes)
        found = len(np.unique(sample.target))
        if found != max(2, len(classes)):
            raise TrainingError(f"the target has {found} values among the usable rows, {max(2, len(classes))} are needed")
        rates = base_rates(sample, classes)
        healthy = HEALTHY if HEALTHY in classes else None
        overall = bootstrap(self.judge(prepared, held), sample.person)
        watched = classes[0]
        marks, chances = positive(sample, classes, watched), column(held, classes, watched)
        known = bootstrap(auc(chances, marks), sample.person)
        metrics = [
            metric("auc_subject" if len(classes) == 1 else "macro_auc", overall, 0.5),
            *(metric(f"auc_{name}", bootstrap(auc(column(held, classes, name), positive(sample, classes, name)), sample.person), 0.5, of=class_name(name)) for name in classes),
            *calibration_metrics(sample, held, classes),
        ]
        if watched in (HEALTHY, "injured"):
            metrics.append(metric("brier", bootstrap(brier(chances, marks), sample.person), rates[watched] * (1 - rates[watched])))
        zones = [name for name in classes if name in field("injured_joint").values]
        priors = {"complaint": complaint(sample, classes, AS_RECORDED), "checkup": {"shares": _checkup(rates, healthy), "source": ASSUMED}}
        everyone = np.ones(len(sample.rows), dtype=bool)
        uncertainty = known if healthy or len(classes) == 1 else overall
        return Evaluated(output(sample, held, everyone, classes, healthy, zones, priors), metrics, significant(1 - uncertainty.value))

    def judge(self, prepared: Prepared, held: np.ndarray) -> Statistic:
        return macro_auc(prepared.sample, held, self.classes)

    def compare(self, label: Text, candidate: float, difference: Figure) -> Text:
        return compare(label, text("ROC AUC", "AUC ROC"), f"{candidate:.3f}", difference, 3)


def _checkup(rates: dict[str, float], healthy: str | None) -> dict[str, float]:
    """One in five not healthy; where nobody is healthy the recorded shares are all there is."""
    if healthy is not None:
        rest = 1 - rates[healthy]
        return {name: 1 - CHECKUP if name == healthy else significant(CHECKUP * rate / rest) for name, rate in rates.items()}
    return {name: CHECKUP for name in rates} if len(rates) == 1 else rates
