/** A number travels with its words: the table shows `text`, the download holds `value`. */
export type Cell = string | { text: string; value: number | null };
export type ChartTable = {
  columns: readonly string[];
  rows: readonly { id: string; cells: readonly Cell[] }[];
  /** The place of a column of sentences, which may wrap. */
  prose?: number;
};

/** Every chart's words. */
export type ChartText = {
  title: string;
  /** True where the page's own heading already says it. */
  hideTitle?: boolean;
  /** One sentence that says what the picture shows, for those who do not see it. */
  description: string;
  /** "Show as a table" */
  tableLabel: string;
  /** "Download as CSV" */
  downloadLabel: string;
  /** "Download as SVG", "Download as PNG", and what is said where the browser cannot. */
  imageLabel?: { svg: string; png: string; failed: string };
  /** What the numbers are drawn from, as the filters: under the title, in the images, and a column of the download. */
  context?: { label: string; value: string };
  /** Without ending: "gait-age". */
  fileName: string;
};
