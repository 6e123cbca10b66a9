/** What reads what this device holds: kept with the pages, for it is needed where there is no connection too. */
export const keptSchemas = () => import("./kept-schemas");

type Schemas = Awaited<ReturnType<typeof keptSchemas>>;
type Schema<Kept> = { parse: (value: unknown) => Kept };

/** What stands under these keys of this device, without what can no longer be read. Rejects where the schemas cannot be loaded. */
export async function readKept<Kept>(keys: readonly string[], choose: (schemas: Schemas) => Schema<Kept>): Promise<Kept[]> {
  const texts = keys.flatMap((key) => itemOf(key) ?? []);
  if (texts.length === 0) return [];
  const schema = choose(await keptSchemas());
  return texts.flatMap((text) => {
    try {
      return [schema.parse(JSON.parse(text))];
    } catch {
      return [];
    }
  });
}

/** The keys on this device that begin so; none where it keeps nothing. */
export function keysOf(beginning: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(beginning));
  } catch {
    return [];
  }
}

function itemOf(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
