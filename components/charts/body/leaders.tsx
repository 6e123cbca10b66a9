import { anchors, box, labelHeights, type View, views, type ZoneName, zoneNames } from "./shapes";

const edge = { front: 133, back: 239 } as const;
const facing = { front: 1, back: -1 } as const;

/** Hairlines from each label to its zone on both figures; drawn first, so that they pass beneath the arms. */
export function Leaders({ selected }: { selected: ZoneName | null }) {
  return (
    <g className="pointer-events-none fill-none">
      <path d={lines(zoneNames.filter((name) => name !== selected))} strokeWidth={1} className="stroke-reference" />
      {selected && <path d={lines([selected])} strokeWidth={1.75} className="stroke-ink" />}
    </g>
  );
}

function lines(names: readonly ZoneName[]): string {
  return names.flatMap((name) => views.map((view) => line(name, view))).join("");
}

function line(name: ZoneName, view: View): string {
  const anchor = anchors[view][name];
  if (!anchor) return "";
  const side = facing[view];
  const x = box.middle[view] + side * anchor[0];
  const y = labelHeights[name];
  return `M${x} ${anchor[1]}L${edge[view] - side * 8} ${y}H${edge[view]}`;
}
