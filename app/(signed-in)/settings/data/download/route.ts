import { downloadZip } from "client-zip";
import { confirmIdentity } from "@/lib/auth/confirm";
import { requireHolder } from "@/lib/auth/viewer";
import { listActivity } from "@/lib/data/activity";
import { exportRows } from "@/lib/data/export";
import { beginDownload, personalAssessments, readPersonalData } from "@/lib/data/personal-data";
import type { Viewer } from "@/lib/data/viewer";
import { csvLine, exportCells, exportHeader } from "@/lib/exchange";
import { getTranslations } from "@/lib/i18n/server";

/** Everything the person's account and record hold, as a ZIP of JSON and CSV, sent as it is read. */
export async function POST(request: Request): Promise<Response> {
  const holder = await requireHolder("/settings/data");
  const form = await request.formData().catch(() => new FormData());
  const confirmation = await confirmIdentity(holder, String(form.get("confirm") ?? ""));
  if (confirmation !== "confirmed") {
    return new Response(null, { status: 303, headers: { Location: `/settings/data?problem=${confirmation}#download` } });
  }
  await beginDownload(holder);
  const t = await getTranslations("personal.file");
  const zip = downloadZip(filesOf(holder, t("readMe")));
  return new Response(zip.body, {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": 'attachment; filename="marcha-my-data.zip"',
      "Cache-Control": "private, no-store",
    },
  });
}

async function* filesOf(holder: Viewer, readMe: string) {
  const lastModified = new Date();
  yield { name: "README.txt", lastModified, input: readMe };
  yield { name: "account-and-record.json", lastModified, input: JSON.stringify(await readPersonalData(holder), null, 2) };
  yield { name: "assessments.json", lastModified, input: bytesOf(jsonList(personalAssessments(holder))) };
  yield { name: "assessments.csv", lastModified, input: bytesOf(csvOf(holder)) };
  yield { name: "what-others-did.json", lastModified, input: bytesOf(jsonList(activityOf(holder))) };
}

async function* jsonList(items: AsyncIterable<unknown>): AsyncGenerator<string> {
  let before = "[\n";
  for await (const item of items) {
    yield before + JSON.stringify(item);
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}

async function* csvOf(holder: Viewer): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(exportHeader)}`;
  for await (const row of exportRows(holder, { kind: "own" })) yield csvLine(exportCells(row));
}

async function* activityOf(holder: Viewer) {
  for (let before: string | undefined; ; ) {
    const { entries, next } = await listActivity(holder, { limit: 200, before });
    yield* entries.map(({ id: _id, ...entry }) => entry);
    if (next === null) return;
    before = next;
  }
}

async function* bytesOf(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}
