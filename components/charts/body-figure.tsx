import { BodyPicture } from "./body/body-picture";
import { Scale } from "./body/scale";
import { zoneNames } from "./body/shapes";
import type { BodyLabels, BodyZones, ZoneName } from "./body/types";
import { ChartFrame } from "./chart-frame";
import type { ChartText } from "./types";

export type BodyFigureProps = {
  zones: BodyZones;
  labels: BodyLabels;
  /** The zone whose sentence is open at first; by default the one furthest above its base rate, if any is above. */
  initial?: ZoneName | null;
  text: ChartText;
  /** Zone, of 100 like this, of 100 in all, what it says. */
  columns: readonly [zone: string, share: string, base: string, sentence: string];
};

export function furthest(zones: BodyZones): ZoneName | null {
  const rank = (name: ZoneName) => {
    const zone = zones[name];
    return zone.state === "assessed" && zone.level > 0 ? zone.level * 1000 + zone.share - zone.base : 0;
  };
  const best = zoneNames.reduce((top, name) => (rank(name) > rank(top) ? name : top));
  return rank(best) > 0 ? best : null;
}

export function BodyFigure({ zones, labels, initial = furthest(zones), text, columns }: BodyFigureProps) {
  const rows = zoneNames.map((name) => {
    const zone = zones[name];
    const numbers =
      zone.state === "assessed"
        ? [
            { text: String(zone.share), value: zone.share },
            { text: String(zone.base), value: zone.base },
          ]
        : [labels.notAssessed, "–"];
    return { id: name, cells: [zone.label, ...numbers, zone.sentence] };
  });
  return (
    <ChartFrame text={text} table={{ columns, rows, prose: 3 }} interactive>
      <div className="grid gap-4">
        <BodyPicture zones={zones} labels={labels} initial={initial} />
        <Scale labels={labels} />
      </div>
    </ChartFrame>
  );
}
