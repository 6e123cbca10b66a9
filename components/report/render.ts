import { renderToBuffer } from "@react-pdf/renderer";
import { ReportDocument } from "./document";
import { registerFonts } from "./fonts";
import type { Report } from "./types";

/** How many measured rows are tried, from as many as a page ever holds down to none. */
const rowCounts = [16, 13, 10, 7, 4, 0] as const;

/** The report as a PDF of one page: measured rows without room are left out, and their number is said. */
export async function renderReport(report: Report): Promise<Buffer> {
  registerFonts();
  let pdf: Buffer = Buffer.alloc(0);
  for (const count of rowCounts) {
    pdf = await renderToBuffer(ReportDocument({ report, rows: count }));
    if (pagesOf(pdf) === 1) break;
  }
  return pdf;
}

/** Each page is an object of its own in the file. */
export const pagesOf = (pdf: Buffer): number => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
