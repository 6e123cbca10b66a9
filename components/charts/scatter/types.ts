import type { Domain } from "../scale";

export type ScatterPoint = {
  id: string;
  x: number;
  y: number;
  group: string;
  /** Where this viewer may go for it. */
  href: string | null;
  label: string;
};
export type ScatterGroup = { id: string; label: string };
export type ScatterAxis = { label: string; unit: string; decimals: number };
export type ScatterLine = { slope: number; intercept: number; label: string };
export type ScatterMean = { group: string; x: number; y: number };

/** Plain templates: what stands in braces is replaced. */
export type ScatterLabels = {
  /** "Point at a mark, or move from mark to mark with the arrow keys." */
  prompt: string;
  /** "Marks, in order of {axis}" */
  marks: string;
  /** "Open", before a mark's own label. */
  open: string;
  /** "Selected: {selected} of {count}" */
  selected: string;
  /** "Shown: {selected} of {count}" */
  shown: string;
  /** "Drag across the chart to select, or choose ranges." */
  drag: string;
  /** "Zoom in on these" */
  zoom: string;
  /** "Clear the selection" */
  clear: string;
  /** "Show all" */
  reset: string;
  /** "Choose ranges" */
  ranges: string;
  /** "{axis}: from" */
  from: string;
  /** "{axis}: to" */
  to: string;
  /** "The first {shown} of {count}; the download holds them all." */
  first: string;
};

/** In the axes' own units. */
export type Area = { x: Domain; y: Domain };
export type Size = { width: number; height: number };
/** In pixels of the drawing. */
export type Place = { x: number; y: number };
