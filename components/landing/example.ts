import type { AssessedZone, ZoneName } from "../charts/body/types";

/** Invented, to show what a result looks like. The shares and "no injury" (8, usually 9) make 100. */
export const exampleAge = { lower: 31, upper: 58, estimate: 45, age: 44 } as const;

export const exampleZones: Partial<Record<ZoneName, Pick<AssessedZone, "level" | "share" | "base">>> = {
  hip: { level: 0, share: 15, base: 20 },
  knee: { level: 3, share: 49, base: 27 },
  ankle: { level: 0, share: 16, base: 27 },
  foot: { level: 0, share: 12, base: 17 },
};
