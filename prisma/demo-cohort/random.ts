import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { mersenne } from "pure-rand/generator/mersenne";

/** Draws that follow from their seed alone. */
export type Random = {
  /** A whole number, both bounds included. */
  readonly integer: (from: number, to: number) => number;
  /** Standard normal. */
  readonly normal: () => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <Value>(values: readonly Value[]) => Value;
  /** One of the values, in proportion to the number beside it. */
  readonly weighted: <Value>(entries: readonly (readonly [Value, number])[]) => Value;
  /** A UUID of version 8, the one for contents of one's own. */
  readonly uuid: () => string;
  /** A generator of its own, so that what one person draws does not move the next person's draws. */
  readonly fork: () => Random;
};

export const createRandom = (seed: number): Random => {
  const generator = mersenne(seed);
  const uniform = () => uniformFloat64(generator);
  const integer = (from: number, to: number) => uniformInt(generator, from, to);

  const weighted = <Value>(entries: readonly (readonly [Value, number])[]): Value => {
    let left = uniform() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of entries) {
      left -= weight;
      if (left < 0) return value;
    }
    throw new Error("There is nothing to choose from");
  };

  const hex = (digits: number) =>
    integer(0, 16 ** digits - 1)
      .toString(16)
      .padStart(digits, "0");

  return {
    integer,
    // Box and Muller's transform; 1 − u keeps the logarithm finite.
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    chance: (probability) => uniform() < probability,
    pick: (values) => weighted(values.map((value) => [value, 1] as const)),
    weighted,
    uuid: () => `${hex(8)}-${hex(4)}-8${hex(3)}-8${hex(3)}-${hex(6)}${hex(6)}`,
    fork: () => createRandom(integer(0, 2 ** 31 - 1)),
  };
};
