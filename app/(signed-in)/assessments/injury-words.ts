import type { Translator } from "@/lib/i18n/server";
import type { ClassificationOutcome } from "@/lib/inference";
import type { Protocol } from "@/lib/measurements/vocabulary";

type Translate = Translator;
type Entry = ClassificationOutcome["classes"][number];

export const ofHundred = (share: number): number => Math.round(share * 100);

/** The body part inside a sentence ("the knee"); the class's own name where a model brings one we have no words for. */
export function zoneWords(t: Translate, name: string): string {
  const key = `injury.zones.${name}`;
  return t.has(key) ? t(key) : name;
}

/** One class in frequencies of 100, beside its base rate and with the prior it assumes. */
export function shareSentence(t: Translate, outcome: ClassificationOutcome, entry: Entry, protocol: Protocol): string {
  const kind =
    entry.name === outcome.healthyClass ? "healthySentence" : entry.zone || entry.name !== "injured" ? "zoneSentence" : "injuredSentence";
  return t(`injury.${kind}.${outcome.reason}`, {
    protocol: t(`injury.protocol.${protocol}`),
    share: ofHundred(entry.share),
    base: ofHundred(entry.base),
    zone: zoneWords(t, entry.name),
  });
}

/** The zone that comes nearest to standing out, where none does: the highest above its base rate. */
export function closestZone(outcome: ClassificationOutcome): Entry | undefined {
  return outcome.classes
    .filter((entry) => entry.zone && ofHundred(entry.share) > ofHundred(entry.base))
    .toSorted((one, other) => other.share / other.base - one.share / one.base)[0];
}

/** What a result says of the zones before any figure: which stands out, or that none does and which comes closest. */
export function verdictOf(t: Translate, outcome: ClassificationOutcome): string | null {
  if (outcome.crowned) return t("injury.crowned", { zone: zoneWords(t, outcome.crowned) });
  if (!outcome.classes.some((entry) => entry.zone)) return null;
  const closest = closestZone(outcome);
  if (!closest) return t("injury.noneCrowned");
  const words = { zone: zoneWords(t, closest.name), share: ofHundred(closest.share), base: ofHundred(closest.base) };
  return `${t("injury.noneCrowned")} ${t("injury.closest", words)}`;
}

/** How far a zone stands above its base rate, in five steps; within noise it does not. */
export function zoneLevel(entry: Entry): 0 | 1 | 2 | 3 | 4 | 5 {
  const ratio = entry.base > 0 ? entry.share / entry.base : 1;
  if (!entry.beyondNoise || ratio < 1.1) return 0;
  if (ratio < 1.25) return 1;
  if (ratio < 1.5) return 2;
  if (ratio < 1.9) return 3;
  return ratio < 2.5 ? 4 : 5;
}
