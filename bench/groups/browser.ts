import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { browserArguments, ensureBrowser } from "@/e2e/browser";
import { median } from "../alternate";
import type { Figure } from "../figures";
import { ports } from "../ports";
import type { Scene } from "../scene";
import { startComparison, startOwn } from "../servers";

type Page = { readonly name: string; readonly path: string; readonly cookie?: string };

const publicPages: readonly Page[] = ["/", "/faq", "/models", "/privacy", "/sign-in", "/sign-up"].map((each) => ({
  name: each,
  path: each,
}));

function signedInPages({ runners: [runner] }: Scene): Page[] {
  if (!runner) throw new Error("nobody is there");
  const { cookie, result, compare } = runner;
  return [
    { name: "dashboard", path: "/dashboard", cookie },
    { name: "result", path: result, cookie },
    { name: "compare", path: compare, cookie },
    { name: "new assessment", path: "/assessments/new", cookie },
    { name: "settings", path: "/settings", cookie },
  ];
}

/** The script that a page's first visit loads, as it comes over the wire, against an empty page's. */
export async function compareScripts(scene: Scene): Promise<Figure[]> {
  const [own, bare] = [await startOwn(ports.servers[0], scene.variables), await startComparison(ports.comparison)];
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserArguments });
  try {
    const empty = await scriptBytes(browser, bare.url, { name: "empty", path: "/" });
    const figure = async (page: Page, bar: number): Promise<Figure> => {
      const bytes = await scriptBytes(browser, own.url, page);
      return {
        what: `First-load script: ${page.name}`,
        seen: `${(bytes / 1000).toFixed(0)} kB against ${(empty / 1000).toFixed(0)} kB`,
        ratio: bytes / empty,
        bar,
        should: "at most",
      };
    };
    const figures: Figure[] = [];
    for (const page of publicPages) figures.push(await figure(page, 1.1));
    for (const page of signedInPages(scene)) figures.push(await figure(page, 1.3));
    return figures;
  } finally {
    await browser.close();
    await Promise.all([own.stop(), bare.stop()]);
  }
}

async function scriptBytes(browser: Browser, site: string, { path: address, cookie }: Page): Promise<number> {
  const context = await browser.newContext({ extraHTTPHeaders: cookie ? { Cookie: cookie } : {} });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const scripts = new Set<string>();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => type === "Script" && scripts.add(requestId));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  const response = await page.goto(`${site}${address}`, { waitUntil: "networkidle" });
  if (response?.status() !== 200) throw new Error(`${address} answered ${response?.status()}`);
  await context.close();
  return bytes;
}

const categories = ["performance", "accessibility", "best-practices", "seo"] as const;

/** Lighthouse's marks on a phone, the medians of three; SEO of the public pages alone. Each round marks an empty page too: what this machine gives at most. */
export async function markPages(scene: Scene): Promise<Figure[]> {
  const [own, bare] = [await startOwn(ports.servers[0], scene.variables), await startComparison(ports.comparison)];
  const profile = mkdtempSync(path.join(tmpdir(), "marcha-bench-lighthouse-"));
  const chrome = await launch({
    chromePath: ensureBrowser(),
    chromeFlags: ["--headless=new", ...browserArguments],
    userDataDir: profile,
    logLevel: "silent",
  });
  const [dashboard, result, compare] = signedInPages(scene);
  const pages = [{ name: "landing", path: "/" }, { name: "sign-in", path: "/sign-in" }, dashboard, result, compare].filter(
    (page) => page !== undefined,
  );
  const empty = { name: "empty", path: "/" };
  const rounds: Map<string, Marks>[] = [];
  try {
    for (let round = 0; round < 3; round++) {
      const marks = new Map([[empty.name, await marksOf(chrome.port, bare.url, empty)]]);
      for (const page of pages) marks.set(page.name, await marksOf(chrome.port, own.url, page));
      rounds.push(marks);
    }
  } finally {
    chrome.kill();
    await Promise.all([own.stop(), bare.stop()]);
    rmSync(profile, { recursive: true, force: true });
  }
  const seen = (name: string, mark: string) => rounds.map((marks) => marks.get(name)?.[mark] ?? Number.NaN);
  return pages.flatMap((page): Figure[] => {
    const asked = categories.filter((category) => category !== "seo" || !("cookie" in page && page.cookie));
    const marks = asked.map((category): Figure => {
      const values = seen(page.name, category);
      return {
        what: `Lighthouse, phone: ${page.name}, ${category}`,
        seen: values.join(", ") + (category === "performance" ? `; an empty page ${seen(empty.name, category).join(", ")}` : ""),
        ratio: median(values),
        bar: 95,
        should: "at least",
        unit: "",
      };
    });
    const shifts = seen(page.name, "shift");
    const shift: Figure = {
      what: `Layout shift: ${page.name}`,
      seen: shifts.map((each) => each.toFixed(3)).join(", "),
      ratio: median(shifts),
      bar: 0,
      should: "at most",
      unit: "",
    };
    return [...marks, shift];
  });
}

type Marks = Readonly<Partial<Record<string, number>>>;

/** A page's marks. A run that saw nothing painted, as now and then on a busy machine, is none: it is run again. */
async function marksOf(port: number, site: string, { path: address, cookie }: Page): Promise<Marks> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const run = await lighthouse(
      `${site}${address}`,
      { port, logLevel: "silent", onlyCategories: [...categories], ...(cookie && { extraHeaders: { Cookie: cookie } }) },
      undefined,
    );
    if (!run || run.lhr.categories.performance?.score == null) continue;
    const marks = Object.entries(run.lhr.categories).map(([name, { score }]) => [name, Math.round(100 * (score ?? 0))] as const);
    return { ...Object.fromEntries(marks), shift: run.lhr.audits["cumulative-layout-shift"]?.numericValue ?? Number.NaN };
  }
  throw new Error(`Lighthouse gave no marks of ${address}`);
}
