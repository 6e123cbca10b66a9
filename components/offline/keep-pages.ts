import { filesCache, isLeaving, pagesCache } from "./device";

const keptKey = "marcha:kept";
const day = 24 * 60 * 60_000;

/** Keeps pages of a person with the files they are drawn by, for when there is no connection; once a day, and again in another language. */
export async function keepPages(owner: string, paths: readonly string[]): Promise<void> {
  const mark = `${owner} ${document.documentElement.lang} ${paths.join(" ")} `;
  const before = localStorage.getItem(keptKey) ?? "";
  if (before.startsWith(mark) && Date.now() - Number(before.slice(mark.length)) < day) return;
  for (const path of paths) await keepPage(path);
  if (isLeaving()) return;
  localStorage.setItem(keptKey, `${mark}${Date.now()}`);
}

async function keepPage(path: string): Promise<void> {
  // Who was signed out meanwhile is led elsewhere: that page is not this one.
  const response = await fetch(path, { redirect: "error" });
  if (!response.ok || isLeaving()) return;
  const files = new Set((await response.clone().text()).match(/\/_next\/static\/[\w./-]+/g));
  const store = await caches.open(filesCache);
  await Promise.all([...files].map(async (file) => (await store.match(file)) ?? (await store.add(file))));
  if (isLeaving()) await caches.delete(filesCache);
  else await (await caches.open(pagesCache)).put(path, response);
}
