import { Download } from "lucide";
import { Icon } from "../ui/icon";
import { csvAddress } from "./csv";
import { downloadLink } from "./download-link";
import type { ChartTable, ChartText } from "./types";

export type CsvLinkProps = { text: Pick<ChartText, "context" | "fileName" | "downloadLabel">; table: ChartTable };

export function CsvLink({ text, table }: CsvLinkProps) {
  return (
    <a href={csvAddress(table, text.context)} download={`${text.fileName}.csv`} className={downloadLink}>
      <Icon of={Download} className="size-4" />
      {text.downloadLabel}
    </a>
  );
}
