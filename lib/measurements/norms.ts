import { z } from "zod";
import printed from "./norms.json";
import computed from "./norms-computed.json";
import { type Bilingual, bilingualSchema, type Protocol, protocolSchema } from "./vocabulary";

/**
 * What healthy people measure, by sex and age: as printed in the literature (`norms.json`) or computed from open data by
 * `models/training/references.py` (`norms-computed.json`, never edited by hand). Imports no field: a browser may use it.
 */

const sexSchema = z.enum(["female", "male"]);

const sourceSchema = z.strictObject({
  title: z.string().min(1),
  doi: z.string().regex(/^10\.\d{4,9}\/\S+$/),
  year: z.number().int().min(1900),
  /** Of open data; null for figures that an article prints. */
  licence: z.string().min(1).nullable(),
  origin: z.enum(["printed", "computed"]),
  /** Who was measured and how. */
  condition: bilingualSchema,
});

/** Ages in completed years, both included; mean and sd in the dictionary's unit, the sd that of one side where there are two. */
const cellSchema = z.strictObject({
  sex: sexSchema,
  from: z.number().int(),
  to: z.number().int(),
  n: z.number().int().positive().nullable(),
  mean: z.number(),
  sd: z.number().positive().nullable(),
});

const normsSchema = z.strictObject({
  sources: z.record(z.string(), sourceSchema),
  series: z.array(z.strictObject({ field: z.string(), protocol: protocolSchema, source: z.string(), cells: z.array(cellSchema).min(1) })),
});

type NormSource = Readonly<z.infer<typeof sourceSchema>>;
type Sex = z.infer<typeof sexSchema>;

export type PublishedNorm = {
  /** The dictionary's code. */
  readonly code: string;
  readonly protocol: Protocol;
  /** Mean and standard deviation in the dictionary's unit; the deviation is null where the source gives none. */
  readonly mean: number;
  readonly sd: number | null;
  readonly sex: Sex;
  /** In completed years, both included. */
  readonly band: { readonly from: number; readonly to: number };
  /** People measured, null where the source does not say. */
  readonly n: number | null;
  /** Who was measured and how: to be read beside the figure. */
  readonly condition: Bilingual;
  /** `computed`: by us, from the open data the source names. */
  readonly origin: NormSource["origin"];
  readonly source: Pick<NormSource, "title" | "doi" | "year" | "licence">;
};

const read = (content: unknown): readonly PublishedNorm[] => {
  const { sources, series } = normsSchema.parse(content);
  return series.flatMap(({ field, protocol, source: key, cells }) => {
    const found = sources[key];
    if (found === undefined) throw new Error(`the norms of ${field} name no source ${key}`);
    const { condition, origin, ...source } = found;
    return cells.map(({ from, to, ...cell }) => ({ code: field, protocol, ...cell, band: { from, to }, condition, origin, source }));
  });
};

/** Every norm: those printed first. */
export const allNorms: readonly PublishedNorm[] = [...read(printed), ...read(computed)];

/** The norm for a person of this sex and age (in years) in a protocol; null where there is none. */
export const publishedNorms = (
  code: string,
  protocol: Protocol,
  { sex, age }: { readonly sex: Sex; readonly age: number },
): PublishedNorm | null => {
  const years = Math.floor(age);
  const isTheirs = ({ band, ...norm }: PublishedNorm) =>
    norm.code === code && norm.protocol === protocol && norm.sex === sex && band.from <= years && years <= band.to;
  return allNorms.find(isTheirs) ?? null;
};

/** Abramowitz & Stegun, Handbook of Mathematical Functions (1964), 26.2.17: exact to 7.5e-8. */
const normalTail = (z: number): number => {
  const t = 1 / (1 + 0.2316419 * z);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
};

/**
 * Of 100 people of the norm, how many measure less, were they normally distributed about its mean: between 0 and 100.
 * Null where the norm has no standard deviation or the value is not finite.
 */
export const percentileOfNorm = (norm: Pick<PublishedNorm, "mean" | "sd">, value: number): number | null => {
  if (norm.sd === null || !Number.isFinite(value)) return null;
  const z = (value - norm.mean) / norm.sd;
  const tail = normalTail(Math.abs(z));
  return 100 * (z < 0 ? tail : 1 - tail);
};
