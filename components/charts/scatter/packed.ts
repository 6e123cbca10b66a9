import type { ScatterGroup, ScatterPoint } from "./types";

/**
 * Points as a page sends them to the browser: there may be a thousand, and a name for each part of each would be most of the
 * page. `address` stands before a point's id, where the viewer may go for it; null where they may not.
 */
export type PackedPoints = {
  address: string | null;
  rows: readonly (readonly [id: string, x: number, y: number, group: number, label: string])[];
};

/** The points of known groups; what is in none of them is not drawn. */
export function unpacked({ address, rows }: PackedPoints, groups: readonly ScatterGroup[]): ScatterPoint[] {
  return rows.flatMap(([id, x, y, index, label]) => {
    const group = groups[index];
    return group ? [{ id, x, y, group: group.id, href: address === null ? null : `${address}${id}`, label }] : [];
  });
}
