import { filesCache, leaving, pagesCache } from "./device";
import { keptSchemas } from "./kept";

const keptKey = "marcha:kept";
const filePattern = /\/_next\/static\/[\w./-]+/g;
const day = 24 * 60 * 60_000;

/** Keeps pages of a person with the files they are drawn by, for when there is no connection; once a day, and again in another language. */
export async function keepPages(owner: string, paths: readonly string[]): Promise<void> {
  const mark = `${owner} ${document.documentElement.lang} ${paths.join(" ")} `;
  const before = localStorage.getItem(keptKey) ?? "";
  if (before.startsWith(mark) && Date.now() - Number(before.slice(mark.length)) < day) return;
  await keptSchemas();
  await keepFiles(loadedFiles());
  for (const path of paths) await keepPage(path);
  leaving.throwIfAborted();
  localStorage.setItem(keptKey, `${mark}${Date.now()}`);
}

async function keepPage(path: string): Promise<void> {
  // Who was signed out meanwhile is led elsewhere: that page is not this one.
  const response = await fetch(path, { redirect: "error", signal: leaving });
  if (!response.ok) return;
  await keepFiles((await response.clone().text()).match(filePattern) ?? []);
  leaving.throwIfAborted();
  await (await caches.open(pagesCache)).put(path, response);
}

async function keepFiles(files: readonly string[]): Promise<void> {
  leaving.throwIfAborted();
  const store = await caches.open(filesCache);
  const missing = async (file: string) => ((await store.match(file)) ? [] : [file]);
  const wanted = (await Promise.all([...new Set(files)].map(missing))).flat();
  // All of them have ended, well or not, when this has: nothing comes after what was forgotten.
  const added = await Promise.allSettled(wanted.map((file) => store.add(new Request(file, { signal: leaving }))));
  for (const each of added) if (each.status === "rejected") throw each.reason;
}

/** Pages' files that stand in no page's text, as they are asked for when something needs them. */
function loadedFiles(): string[] {
  return performance.getEntriesByType("resource").flatMap(({ name }) => new URL(name).pathname.match(filePattern) ?? []);
}
