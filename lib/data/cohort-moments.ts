import "server-only";
import { z } from "zod";
import { metricColumn } from "./cohort-columns";
import { Prisma } from "./generated/client";

/** Of the people who have two metrics, x and y: how many, both means, and the sums of squares and products about them. */
export type Moments = { count: number; x: number; y: number; xx: number; yy: number; xy: number };

export const momentsSchema = z
  .tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()])
  .transform(([count, x, y, xx, yy, xy]): Moments => ({ count, x, y, xx, yy, xy }));

/** SQL: the {@link Moments} of the metrics at two places, as an array. */
export function momentsOf(x: number, y: number): Prisma.Sql {
  const of = Prisma.sql`(${metricColumn(y)}, ${metricColumn(x)})`;
  const sums = ["regr_avgx", "regr_avgy", "regr_sxx", "regr_syy", "regr_sxy"].map(
    (sum) => Prisma.sql`COALESCE(${Prisma.raw(sum)}${of}, 0)`,
  );
  return Prisma.sql`ARRAY[regr_count${of}::float8, ${Prisma.join(sums)}]`;
}

/** The moments of several groups as one (Chan, Golub & LeVeque, The American Statistician 37:242–247, 1983). */
export function together(groups: readonly Moments[]): Moments {
  return groups.reduce(added, { count: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0 });
}

function added(one: Moments, other: Moments): Moments {
  if (other.count === 0) return one;
  const count = one.count + other.count;
  const [x, y, share] = [other.x - one.x, other.y - one.y, other.count / count];
  const between = one.count * share;
  return {
    count,
    x: one.x + x * share,
    y: one.y + y * share,
    xx: one.xx + other.xx + x * x * between,
    yy: one.yy + other.yy + y * y * between,
    xy: one.xy + other.xy + x * y * between,
  };
}

/** Pearson's r and the line of least squares; null where one of the two does not vary. */
export function associationIn({ count, x, y, xx, yy, xy }: Moments): { r: number; slope: number; intercept: number } | null {
  if (!varies(xx, count * x * x) || !varies(yy, count * y * y)) return null;
  const [r, slope] = [xy / Math.sqrt(xx * yy), xy / xx];
  return { r: Math.max(-1, Math.min(1, r)), slope, intercept: y - slope * x };
}

/** Less than this of a sum of squares is what rounding leaves where all are equal. */
const varies = (squares: number, size: number): boolean => squares > size * 1e-24;
