export type Side = "left" | "right";
type MarkProps = { x: string | number; y: string | number; size?: number; className?: string };

/** Left is a circle, right a triangle, everywhere. Whatever looks are given say the fill too. The nested svg lets a triangle stand at a percentage. */
export function SideMark({ side, x, y, size = 6, className = "fill-accent" }: MarkProps & { side: Side | null }) {
  if (side !== "right") return <circle cx={x} cy={y} r={size} className={className} />;
  const half = size * 1.15;
  return (
    <svg aria-hidden="true" x={x} y={y} className="overflow-visible">
      <path d={`M0 ${-half}L${half} ${half * 0.8}H${-half}Z`} className={className} strokeLinejoin="round" />
    </svg>
  );
}

/** The same marks in running text. */
export function SideKey({ side, label }: { side: Side; label: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <svg aria-hidden="true" width="14" height="14">
        <SideMark side={side} x={7} y={7} size={5} />
      </svg>
      {label}
    </span>
  );
}
