/** The age bands by which people are compared, in completed years. Imports no field: a browser may use it. */
export const ageBands = [
  { key: "18-29", from: 18, to: 29 },
  { key: "30-39", from: 30, to: 39 },
  { key: "40-49", from: 40, to: 49 },
  { key: "50-59", from: 50, to: 59 },
  { key: "60-69", from: 60, to: 69 },
  { key: "70-", from: 70, to: null },
] as const;

export type AgeBand = (typeof ageBands)[number];
export type AgeBandKey = AgeBand["key"];

/** The band of an age; null below the youngest. */
export const ageBandOf = (age: number): AgeBand | null =>
  ageBands.find(({ from, to }) => age >= from && (to === null || age < to + 1)) ?? null;
