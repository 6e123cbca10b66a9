import "server-only";

/** A card's number for a class. Throws where there is none: what is missing must not pass for a harmless number. */
export function numberOf(numbers: Readonly<Record<string, number>>, name: string): number {
  const value = Object.hasOwn(numbers, name) ? numbers[name] : undefined;
  if (value === undefined) throw new Error(`the card has no number for ${name}`);
  return value;
}

/** The entry of a model's answer at `index`. Throws where the answer is too short. */
export function entryAt(vector: readonly number[], index: number): number {
  const value = vector[index];
  if (value === undefined) throw new Error(`the model's answer has no entry ${index}`);
  return value;
}
