import { cn } from "../../ui/cn";
import { details, silhouette, type View, type ZoneName, zoneNames, zoneShapes } from "./shapes";
import type { BodyZones } from "./types";

const fills = ["fill-zone-0", "fill-zone-1", "fill-zone-2", "fill-zone-3", "fill-zone-4", "fill-zone-5"] as const;

export type HalfProps = {
  view: View;
  mirrored: boolean;
  /** What the definitions' names begin with: `-front`, `-front-selected`, `-hatch`. */
  id: string;
  zones: BodyZones;
  selected: ZoneName | null;
  onSelect: (zone: ZoneName) => void;
};

export function Half({ view, mirrored, id, zones, selected, onSelect }: HalfProps) {
  return (
    <g transform={mirrored ? "scale(-1 1)" : undefined}>
      <path d={`${silhouette[view]}Z`} className="fill-figure stroke-figure" strokeWidth={0.5} />
      <g clipPath={`url(#${id}-${view})`}>
        {zoneNames.map((name) => {
          const shape = zoneShapes[view][name];
          if (!shape) return null;
          const zone = zones[name];
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the same choice is a button beside the figure; this is its larger target
            <path
              key={name}
              d={shape}
              onClick={() => onSelect(name)}
              className={cn(
                "cursor-pointer stroke-2 stroke-surface transition-opacity hover:opacity-80",
                zone.state === "assessed" && fills[zone.level],
              )}
              fill={zone.state === "assessed" ? undefined : `url(#${id}-hatch)`}
            />
          );
        })}
        {selected && zoneShapes[view][selected] && (
          <path d={zoneShapes[view][selected]} className="pointer-events-none fill-none stroke-[3] stroke-ink" />
        )}
      </g>
      <g className="pointer-events-none fill-none stroke-reference" strokeLinecap="round" strokeLinejoin="round">
        <path d={details[view]} strokeWidth={0.75} className="stroke-ink opacity-30" />
        <path d={silhouette[view]} strokeWidth={1.25} />
        {selected && <path d={silhouette[view]} strokeWidth={2} clipPath={`url(#${id}-${view}-selected)`} className="stroke-ink" />}
      </g>
    </g>
  );
}
