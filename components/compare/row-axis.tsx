import { at, padded, percentScale } from "../charts/scale";
import { SeriesMark } from "../charts/series";

/** `index` is the place of the column, which fixes the mark. */
export type AxisDot = { index: number; value: number };

const height = 22;

/** The values of a row on one axis, above the band of the reference: the cells beside it say the same in words. */
export function RowAxis({ dots, band, grey }: { dots: readonly AxisDot[]; band?: { low: number; high: number }; grey: boolean }) {
  const x = percentScale(padded([...dots.map(({ value }) => value), ...(band ? [band.low, band.high] : [])]));
  return (
    <span className="block px-1.5 py-1">
      <svg aria-hidden="true" width="100%" height={height} className="block overflow-visible">
        {band && (
          <>
            <rect x={at(x(band.low))} width={at(x(band.high) - x(band.low))} height={height} className="fill-figure" />
            {[band.low, band.high].map((end, index) => (
              <line
                key={index === 0 ? "low" : "high"}
                x1={at(x(end))}
                x2={at(x(end))}
                y2={height}
                strokeDasharray="3 3"
                className="stroke-reference"
              />
            ))}
          </>
        )}
        <line x1="0" x2="100%" y1={height / 2} y2={height / 2} className="stroke-line" />
        {dots.map(({ index, value }) => (
          <SeriesMark key={index} index={index} x={at(x(value))} y={height / 2} grey={grey} className="stroke-surface" />
        ))}
      </svg>
    </span>
  );
}
