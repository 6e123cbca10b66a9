import { notFound } from "next/navigation";
import { requireViewer } from "@/lib/auth/viewer";
import { beginExport, type ExportScope, exportRows } from "@/lib/data/export";
import type { Viewer } from "@/lib/data/viewer";
import { exportCells, exportHeader } from "@/lib/exchange";
import { csvResponse } from "../csv-response";
import { scopeOf } from "../scope";

/** Every assessment of the scope in the dictionary's columns: what an import brings in again. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await requireViewer("/export");
  const scope = scopeOf(request);
  if (!scope || !(await beginExport(viewer, scope))) notFound();
  return csvResponse("marcha-assessments.csv", exportHeader, cellsOf(viewer, scope));
}

async function* cellsOf(viewer: Viewer, scope: ExportScope): AsyncGenerator<readonly string[]> {
  for await (const row of exportRows(viewer, scope)) yield exportCells(row);
}
