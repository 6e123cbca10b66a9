"use client";

import { Download } from "lucide";
import { Icon } from "../../ui/icon";
import { toCsv } from "../csv";
import { downloadLink } from "../download-link";
import type { ChartTable, ChartText } from "../types";

/** Writes the file when pressed: a link that holds thousands of rows would be written into the page each time it changes. */
export function CsvButton({ table, text }: { table: () => ChartTable; text: ChartText }) {
  const download = () => {
    const address = URL.createObjectURL(new Blob([`\uFEFF${toCsv(table(), text.context)}`], { type: "text/csv;charset=utf-8" }));
    Object.assign(document.createElement("a"), { href: address, download: `${text.fileName}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  return (
    <button type="button" onClick={download} className={downloadLink}>
      <Icon of={Download} className="size-4" />
      {text.downloadLabel}
    </button>
  );
}
