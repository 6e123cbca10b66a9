import type { Viewer } from "@/lib/data/viewer";

/** Who asks, and of which team. */
export type Scene = { readonly viewer: Viewer; readonly teamId: string; readonly athletes: number };

/** One thing a page asks for. */
export type Case = {
  readonly name: string;
  readonly ask: () => Promise<unknown>;
  /** Which of its statements must go along which index at the largest size, and read no table whole. */
  readonly index?: { readonly statement: RegExp; readonly name: string; readonly table: string };
};

/** A file of measured/: what is asked of a team. */
export type Measured = (scene: Scene) => Promise<readonly Case[]>;
