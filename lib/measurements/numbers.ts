import { fail, type Result, succeed } from "../result";

/** Why a text is not a number. `thousands_separator`: it could be read two ways, such as "1.234,5" or "1 234". */
export type NumberProblem = "empty" | "not_a_number" | "thousands_separator";

const plain = /^[+-]?(?:\d+[.,]?\d*|[.,]\d+)$/;
const grouped = /^[+-]?\d[\d.,'’\s]*$/;
const minusSigns = /^[−–‐‑]/;

/**
 * The number a person typed, whatever their locale: "1,35" and "1.35" are both 1.35, with spaces around and a sign in front.
 * A comma or a point is always the decimal mark; a text with more than one mark, or with spaces between digits, is refused
 * because its thousands could be read as decimals. Exponents, NaN and Infinity are refused. Never throws, never 0 for missing.
 */
export const parseNumber = (text: string): Result<number, NumberProblem> => {
  const trimmed = text.trim().replace(minusSigns, "-");
  if (trimmed === "") return fail("empty");
  const unspaced = trimmed.replace(/^([+-])\s+/, "$1");
  if (!plain.test(unspaced)) return fail(grouped.test(unspaced) ? "thousands_separator" : "not_a_number");
  const value = Number(unspaced.replace(",", "."));
  // Adding 0 turns -0 into 0.
  return Number.isFinite(value) ? succeed(value + 0) : fail("not_a_number");
};
