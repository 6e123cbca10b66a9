/** How much the two sides differ. Imports no field: a browser may use it. */

/**
 * The symmetry index in %: 100·(left − right) over the mean of both sizes, between −200 and 200, positive where the left is larger.
 * For quantities whose zero means none (times, lengths, forces). Null where that mean is below `least`: nothing to compare with.
 * After Robinson, Herzog & Nigg, J Manipulative Physiol Ther 10:172–176 (1987).
 */
export const symmetryIndex = (left: number, right: number, least = 1e-9): number | null => {
  const mean = (Math.abs(left) + Math.abs(right)) / 2;
  return mean < least ? null : (100 * (left - right)) / mean;
};

/** The symmetry index without its sign: how much the sides differ, whichever is larger. */
export const absoluteSymmetryIndex = (left: number, right: number, least?: number): number | null => {
  const signed = symmetryIndex(left, right, least);
  return signed === null ? null : Math.abs(signed);
};

/** From how many % of the mean on a difference between the sides is worth a look: a rule of thumb, and said to be one on the screen. */
export const notableAsymmetry = 10;

/** Left and right compared: by % where zero means none, else by their difference in the field's unit. */
export type Asymmetry =
  | { readonly kind: "index"; readonly percent: number }
  | { readonly kind: "difference"; readonly value: number; readonly unit: string | null }
  | { readonly kind: "undefined" };

/** Signed asymmetry of a field's sides, positive where the left is larger. Angles and scores are compared by their difference. */
export const asymmetry = (
  measured: { readonly scale: "ratio" | "interval"; readonly unit: string | null },
  left: number,
  right: number,
): Asymmetry => {
  if (measured.scale === "interval") return { kind: "difference", value: left - right, unit: measured.unit };
  const percent = symmetryIndex(left, right);
  return percent === null ? { kind: "undefined" } : { kind: "index", percent };
};
