import type { ZoneName } from "./shapes";

export type { ZoneName } from "./shapes";

export type AssessedZone = {
  state: "assessed";
  /** 0: at or below the base rate … 5: far above it. */
  level: 0 | 1 | 2 | 3 | 4 | 5;
  /** Of 100 people. */
  share: number;
  base: number;
  label: string;
  sentence: string;
};
export type UnassessedZone = { state: "not_assessed"; label: string; sentence: string };
export type BodyZone = AssessedZone | UnassessedZone;
export type BodyZones = Readonly<Record<ZoneName, BodyZone>>;

export type BodyLabels = {
  front: string;
  back: string;
  /** The ends of the scale in words: "at its base rate", "far above it". */
  scaleLow: string;
  scaleHigh: string;
  notAssessed: string;
  /** Shown until a zone is chosen: "Choose a zone to read what it says." */
  prompt: string;
  /** Beneath a zone's name; `{share}` is replaced: "{share} of 100". */
  share: string;
};
