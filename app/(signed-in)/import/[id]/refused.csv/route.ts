import { stringify } from "csv-stringify/sync";
import { requireViewer } from "@/lib/auth/viewer";
import { listRefusals, readImport } from "@/lib/data/imports";
import { inert } from "@/lib/exchange";
import { getTranslations } from "@/lib/i18n/server";
import { problemWords } from "../../problem-words";

const page = 500;

/** The refused rows as they were, with the reasons in a last column: to mend and bring in again. */
export async function GET(_request: Request, { params }: RouteContext<"/import/[id]/refused.csv">): Promise<Response> {
  const { id } = await params;
  const who = await requireViewer(`/import/${id}`);
  const found = await readImport(who, id);
  if (!found) return new Response(null, { status: 404 });
  const [t, words] = [await getTranslations("import.refusals"), await problemWords()];
  const line = (cells: readonly string[]) => `${stringify([cells.map(inert)], { eof: false })}\r\n`;
  const encoder = new TextEncoder();
  let after = 0;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(`\uFEFF${line([...found.header, t("reasonColumn")])}`)),
    pull: async (controller) => {
      const refusals = await listRefusals(who, id, { after, limit: page });
      for (const { cells, reasons } of refusals) {
        const why = reasons.map((reason) => [reason.column, words(reason)].filter(Boolean).join(": ")).join(" ");
        controller.enqueue(encoder.encode(line([...cells, why])));
      }
      after = refusals.at(-1)?.row ?? after;
      if (refusals.length < page) controller.close();
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="refused.csv"',
      "Cache-Control": "private, no-store",
    },
  });
}
