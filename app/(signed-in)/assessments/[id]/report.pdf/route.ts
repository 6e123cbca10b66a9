import { notFound } from "next/navigation";
import { renderReport } from "@/components/report/render";
import { requireViewer } from "@/lib/auth/viewer";
import { list, read } from "@/lib/data/assessments";
import { readerOf } from "../../../../reader";
import { reportOf } from "./report";

/** The assessment on one page, to file or to take home. */
export async function GET(_request: Request, { params }: RouteContext<"/assessments/[id]/report.pdf">): Promise<Response> {
  const { id } = await params;
  const viewer = await requireViewer(`/assessments/${id}`);
  const detail = await read(viewer, id);
  if (!detail) notFound();
  const [earlier, reader] = [await list(viewer, detail.athlete.id), await readerOf(viewer)];
  const pdf = await renderReport(await reportOf(detail, earlier, reader));
  return new Response(new Uint8Array(pdf), {
    headers: {
      "Content-Type": "application/pdf",
      // No name in the file's name: it lies in downloads and mails.
      "Content-Disposition": `inline; filename="marcha-${detail.measuredAt.toISOString().slice(0, 10)}.pdf"`,
      "Cache-Control": "private, no-store",
    },
  });
}
