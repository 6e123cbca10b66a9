import { notFound } from "next/navigation";
import { requireViewer } from "@/lib/auth/viewer";
import { beginExport, type ExportScope, exportRows, pseudonyms } from "@/lib/data/export";
import type { Viewer } from "@/lib/data/viewer";
import { trainingCells, trainingHeader } from "@/lib/exchange";
import { type Protocol, protocolSchema } from "@/lib/measurements/vocabulary";
import { csvResponse } from "../csv-response";
import { scopeOf } from "../scope";

/** The scope's assessments of one protocol as a table to train on, under names that lead to nobody. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await requireViewer("/export");
  const scope = scopeOf(request);
  const protocol = protocolSchema.catch("walk").parse(new URL(request.url).searchParams.get("protocol"));
  if (!scope || !(await beginExport(viewer, scope, protocol))) notFound();
  return csvResponse(`marcha-training-${protocol}.csv`, trainingHeader, cellsOf(viewer, scope, protocol));
}

async function* cellsOf(viewer: Viewer, scope: ExportScope, protocol: Protocol): AsyncGenerator<readonly string[]> {
  const subjectOf = pseudonyms();
  for await (const row of exportRows(viewer, scope, protocol))
    yield trainingCells(row, { subject: subjectOf(row.person.id), age: row.age });
}
