/** Who records, and what. */
export type Seeded = {
  readonly athleteId: string;
  readonly token: string;
  readonly cookie: string;
  /** Of an assessment, as the API takes it. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The same as the form sends it. */
  readonly fields: Readonly<Record<string, string>>;
};

/** An assessment as it is stored: its mark, and how much of it is there. */
export type Found = { id: string; mark: string; measurements: number; predictions: number; summary: boolean };

/** What a fault did. */
export type Outcome = {
  readonly fault: string;
  readonly times: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly half: number;
  readonly doubled: number;
  /** How often each answer was given, by its status or why there was none. */
  readonly answers: Readonly<Record<string, number>>;
  /** The longest that anybody waited for an answer, and until all was well again; seconds. */
  readonly longest: number;
  readonly recovery: number;
  /** What must not have been; empty where all went well. */
  readonly wrong: readonly string[];
};
