import { type FieldCode, field } from "@/lib/measurements/dictionary";
import type { Measurements } from "@/lib/measurements/schema";
import type { Protocol } from "@/lib/measurements/vocabulary";
import type { Body } from "./body";
import type { Person } from "./person";
import type { Random } from "./random";
import { createSheet } from "./sheet";

/**
 * How often a test is positive. Of the original application's sample only this was printed: each is negative in at least half
 * of the people, except a short first metatarsal (`index_minus`) and a normal Jack test, and most positives are on both
 * sides. The shares themselves are made up within that. The arches follow from the Foot Posture Index instead.
 */
const shares = [
  ["m1_hypermobile", 0.3],
  ["thomas_psoas", 0.35],
  ["thomas_rectus_femoris", 0.4],
  ["thomas_tfl", 0.25],
  ["ober", 0.2],
  ["ober_friction", 0.06],
  ["popliteal_angle", 0.4],
  ["lunge", 0.35],
  ["m1_dorsiflexed", 0.2],
  ["m1_plantarflexed", 0.12],
  ["m5_hypermobile", 0.15],
  ["transverse_arch_reduced", 0.3],
  ["transverse_arch_increased", 0.05],
  ["functional_hallux_limitus", 0.3],
  ["hallux_limitus", 0.1],
  ["hallux_rigidus", 0.02],
  ["hallux_valgus", 0.2],
  ["index_minus", 0.9],
  ["femoral_torsion_internal", 0.15],
  ["femoral_torsion_external", 0.05],
  ["tibial_torsion_internal", 0.05],
  ["tibial_torsion_external", 0.15],
  ["hintermann", 0.15],
  ["jack_normal", 0.7],
  ["jack_no_arch_restoration", 0.4],
  ["pronation_unavailable", 0.1],
  ["double_heel_raise", 0.08],
  ["single_heel_raise", 0.15],
  ["tibia_vara_proximal", 0.12],
  ["tibia_vara_distal", 0.15],
  ["patella_divergent", 0.1],
  ["patella_convergent", 0.15],
  ["patella_alta", 0.05],
  ["genu_valgum", 0.15],
  ["genu_varum", 0.15],
  ["genu_recurvatum", 0.12],
  ["genu_flexum", 0.05],
] as const;

const bothSides = 0.85;

export type PersonFindings = ReadonlyMap<FieldCode, { readonly left: boolean; readonly right: boolean }>;

/** The findings of a person's clinical examination: anatomy, so the same at every visit. */
export const findingsOf = (body: Body, random: Random): PersonFindings => {
  const found = new Map<FieldCode, { left: boolean; right: boolean }>();
  const add = (code: FieldCode, { left, right }: { left: boolean; right: boolean }) => {
    const measured = field(code);
    const others = [...found].filter(([other]) => measured.kind === "finding" && measured.excludes.includes(other));
    const excluded = (side: "left" | "right") => others.some(([, finding]) => finding[side]);
    found.set(code, { left: left && !excluded("left"), right: right && !excluded("right") });
  };
  add("high_arch", arch(body, -1, 1.5 + 1.1 * random.normal()));
  add("flat_arch", arch(body, 1, 1.2 + 0.7 * random.normal()));
  for (const [code, share] of shares) add(code, random.chance(share) ? positive(random) : { left: false, right: false });
  return found;
};

/** The examination: every test, and the Foot Posture Index of both feet. */
export const measureFindings = ({ body, findings }: Person, protocol: Protocol): Measurements => {
  const sheet = createSheet(protocol);
  for (const [code, { left, right }] of findings) {
    sheet.finding(code, "left", left);
    sheet.finding(code, "right", right);
  }
  const { left, right } = body.footPosture;
  sheet.sides("fpi_total", (left + right) / 2, (left - right) / 2);
  return sheet.measurements();
};

const positive = (random: Random): { left: boolean; right: boolean } => {
  if (random.chance(bothSides)) return { left: true, right: true };
  const left = random.chance(0.5);
  return { left, right: !left };
};

/** A raised (−1) or lowered (1) arch: where the Foot Posture Index (3.3, deviation 4.2) is that far from its mean. Raised arches correlate −0.53 with it. */
const arch = (body: Body, direction: -1 | 1, threshold: number): { left: boolean; right: boolean } => {
  const isFound = (index: number) => direction * ((index - 3.34) / 4.24) > threshold;
  return { left: isFound(body.footPosture.left), right: isFound(body.footPosture.right) };
};
