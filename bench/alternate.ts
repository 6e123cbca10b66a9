/** One of the things compared; what it measures is a rate or a time. */
export type Side = { readonly name: string; readonly measure: () => Promise<number> };

/** So often each side is measured first for nothing: a server compiles what it is asked for in its first seconds. */
const warmUps = 4;

/** Every side once in each round, each round beginning with another one, so that whatever slows the machine for a while slows all. The medians. */
export async function alternate(sides: readonly Side[], rounds: number): Promise<(name: string) => number> {
  const seen = new Map(sides.map(({ name }): [string, number[]] => [name, []]));
  for (let round = 0; round < warmUps; round++) for (const { measure } of sides) await measure();
  for (let round = 0; round < rounds; round++) {
    const first = round % sides.length;
    for (const { name, measure } of [...sides.slice(first), ...sides.slice(0, first)]) seen.get(name)?.push(await measure());
  }
  return (name) => median(seen.get(name) ?? []);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = sorted.length % 2 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1, middle + 1);
  return (low + high) / 2;
}
