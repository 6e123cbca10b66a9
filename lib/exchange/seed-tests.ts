import { fail, type Result, succeed } from "@/lib/result";

/**
 * A clinical test as the original application coded it, relative to the injured side (0 none, 1 injured side, 2 other side,
 * 3 both), as findings per side. 0 and 3 convert always; 1 and 2 only where the injured side is left or right, else `left_out`.
 */
export function seedFindings(
  text: string,
  code: string,
  injuredSide: string | undefined,
): Result<Readonly<Record<string, "absent" | "present">>, "grade_outside" | "left_out"> {
  const [, grade] = /^([0-3])(?:[.,]0+)?$/.exec(text.trim()) ?? [];
  if (grade === undefined) return fail("grade_outside");
  const sided = injuredSide === "left" || injuredSide === "right";
  if ((grade === "1" || grade === "2") && !sided) return fail("left_out");
  const other = injuredSide === "left" ? "right" : "left";
  const positive = { 0: [], 1: [injuredSide], 2: [other], 3: ["left", "right"] }[Number(grade)] ?? [];
  const finding = (side: string) => (positive.includes(side) ? "present" : "absent");
  return succeed({ [`${code}_left`]: finding("left"), [`${code}_right`]: finding("right") });
}
