import { anchors, box, labelHeights, views, type ZoneName, zoneNames } from "./shapes";

const edge = { front: 133, back: 239 } as const;
const facing = { front: 1, back: -1 } as const;

/** Hairlines from each label to its zone on both figures; drawn first, so that they pass beneath the arms. */
export function Leaders({ selected }: { selected: ZoneName | null }) {
  return (
    <g className="pointer-events-none fill-none">
      {zoneNames.flatMap((name) =>
        views.map((view) => {
          const anchor = anchors[view][name];
          if (!anchor) return null;
          const side = facing[view];
          const x = box.middle[view] + side * anchor[0];
          const y = labelHeights[name];
          const bend = edge[view] - side * 8;
          return (
            <path
              key={`${view}-${name}`}
              d={`M${x} ${anchor[1]}L${bend} ${y}H${edge[view]}`}
              strokeWidth={selected === name ? 1.75 : 1}
              className={selected === name ? "stroke-ink" : "stroke-reference"}
            />
          );
        }),
      )}
    </g>
  );
}
