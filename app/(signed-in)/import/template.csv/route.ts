import { factTargets } from "@/lib/exchange";
import { columnName, columnsOf } from "@/lib/measurements/columns";
import { dictionary } from "@/lib/measurements/dictionary";
import { protocolSchema } from "@/lib/measurements/vocabulary";

/** An empty table with our names of the columns. */
export function GET(request: Request): Response {
  const protocol = protocolSchema.catch("walk").parse(new URL(request.url).searchParams.get("protocol"));
  const measured = columnsOf(protocol).filter(({ code }) => dictionary.get(code)?.keptIn === "measurement");
  const header = [...factTargets, ...measured.map(columnName)].join(",");
  return new Response(`\uFEFF${header}\r\n`, {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="marcha-${protocol}.csv"` },
  });
}
