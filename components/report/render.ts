import { renderToBuffer } from "@react-pdf/renderer";
import { ReportDocument } from "./document";
import { drawable, registerFonts } from "./fonts";
import type { Report } from "./types";

/** More measured rows than one page ever holds. */
const ceiling = 32;

/** The report as a PDF of one page: measured rows without room are left out, and their number is said. */
export async function renderReport(asked: Report): Promise<Buffer> {
  await registerFonts();
  const report = inOurLetters(asked);
  const most = Math.min(report.measured.rows.length, ceiling);
  const whole = await render(report, most);
  if (most === 0 || pagesOf(whole) === 1) return whole;
  let fitting: Buffer | null = null;
  let [fits, overflows] = [0, most];
  while (overflows - fits > 1) {
    const rows = Math.floor((fits + overflows) / 2);
    const pdf = await render(report, rows);
    if (pagesOf(pdf) === 1) [fitting, fits] = [pdf, rows];
    else overflows = rows;
  }
  return fitting ?? render(report, 0);
}

/** People and whoever made a model write what they like: what else is on the page is in our own words. */
const inOurLetters = (report: Report): Report => ({
  ...report,
  person: report.person.map(([label, text]) => [label, drawable(text)]),
  title: drawable(report.title),
  models: drawable(report.models),
});

const render = (report: Report, rows: number): Promise<Buffer> => renderToBuffer(ReportDocument({ report, rows }));

/** Each page is an object of its own in the file. */
export const pagesOf = (pdf: Buffer): number => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
