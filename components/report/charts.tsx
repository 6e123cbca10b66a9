import { ClipPath, Defs, G, Line, Path, Rect, Svg, Text } from "@react-pdf/renderer";
import { scaleLinear } from "d3-scale";
import { silhouette, views, zoneNames, zoneShapes } from "../charts/body/shapes";
import { chartFont } from "./fonts";
import { colours } from "./style";
import type { Report } from "./types";

const hatchStep = 7;
const strip = { width: 250, height: 46 } as const;
const ticks = [20, 40, 60, 80, 100];

/** The span of the gait age and the person's own age on one line of years. */
export function AgeLine({ age }: { age: NonNullable<Report["age"]> }) {
  const x = scaleLinear([18, 100], [18, strip.width - 18]);
  return (
    <Svg width={strip.width} height={strip.height} viewBox={`0 0 ${strip.width} ${strip.height}`}>
      <Rect x={x(age.lower)} y={13} width={x(age.upper) - x(age.lower)} height={14} fill={colours.band} />
      <Line x1={x(age.estimate)} x2={x(age.estimate)} y1={13} y2={27} strokeWidth={1.5} stroke={colours.accent} />
      <Line x1={18} x2={strip.width - 18} y1={32} y2={32} strokeWidth={0.7} stroke={colours.edge} />
      {ticks.map((tick) => (
        <G key={tick}>
          <Line x1={x(tick)} x2={x(tick)} y1={32} y2={35} strokeWidth={0.7} stroke={colours.edge} />
          <Text x={x(tick)} y={43} textAnchor="middle" fill={colours.muted} style={{ fontFamily: chartFont, fontSize: 7 }}>
            {String(tick)}
          </Text>
        </G>
      ))}
      <Text x={x(age.lower) - 3} y={23} textAnchor="end" fill={colours.ink} style={{ fontFamily: chartFont, fontSize: 8 }}>
        {String(age.lower)}
      </Text>
      <Text x={x(age.upper) + 3} y={23} fill={colours.ink} style={{ fontFamily: chartFont, fontSize: 8 }}>
        {String(age.upper)}
      </Text>
      <Line x1={x(age.age)} x2={x(age.age)} y1={9} y2={32} strokeWidth={1.2} stroke={colours.ink} strokeDasharray="2 1.5" />
      <Text x={x(age.age)} y={7} textAnchor="middle" fill={colours.ink} style={{ fontFamily: chartFont, fontSize: 7.5 }}>
        {age.ageLabel}
      </Text>
    </Svg>
  );
}

function Hatch({ width, from, to }: { width: number; from: number; to: number }) {
  const count = Math.ceil((to - from + width) / hatchStep);
  return (
    <G>
      {Array.from({ length: count }, (_, index) => from + index * hatchStep).map((y) => (
        <Line key={y} x1={0} y1={y} x2={width} y2={y - width} strokeWidth={1} stroke={colours.reference} />
      ))}
    </G>
  );
}

/** What the hatching of the figure looks like, to say beside it what it means. */
export function HatchKey() {
  return (
    <Svg width={14} height={8} viewBox="0 0 34 20">
      <Hatch width={34} from={0} to={20} />
      <Rect x={0.5} y={0.5} width={33} height={19} fill="none" strokeWidth={1} stroke={colours.edge} />
    </Svg>
  );
}

/** The body from the front and from the back, each zone as far above its base rate as it is dark; hatched where none knows it. */
export function Body({ zones }: { zones: NonNullable<NonNullable<Report["injury"]>["zones"]> }) {
  return (
    <Svg width={118} height={150} viewBox="0 0 290 440">
      <Defs>
        {views.map((view) => (
          <ClipPath key={view} id={`outline-${view}`}>
            <Path d={silhouette[view]} />
          </ClipPath>
        ))}
        {views.flatMap((view) =>
          zoneNames.flatMap((name) => {
            const shape = zoneShapes[view][name];
            return shape ? (
              <ClipPath key={`${view}${name}`} id={`${view}-${name}`}>
                <Path d={shape} />
              </ClipPath>
            ) : (
              []
            );
          }),
        )}
      </Defs>
      {views.map((view, index) =>
        [1, -1].map((half) => (
          <G key={`${view}${half}`} transform={`translate(${70 + index * 150} 0) scale(${half} 1)`}>
            <Path d={silhouette[view]} fill={colours.figure} />
            <G clipPath={`url(#outline-${view})`}>
              {zoneNames.map((name) => {
                const shape = zoneShapes[view][name];
                if (!shape) return null;
                const level = zones[name];
                return level === null ? (
                  <G key={name} clipPath={`url(#${view}-${name})`}>
                    <Hatch width={46} from={80} to={440} />
                  </G>
                ) : (
                  <Path key={name} d={shape} fill={colours.zones[level]} strokeWidth={2} stroke={colours.paper} />
                );
              })}
            </G>
            <Path d={silhouette[view]} fill="none" strokeWidth={1.5} stroke={colours.edge} />
          </G>
        )),
      )}
    </Svg>
  );
}

const bar = { width: 90, height: 9 } as const;

/** Of 100 people like this, and a tick where it is usual. */
export function ShareBar({ share, base }: { share: number; base: number }) {
  const x = scaleLinear([0, 100], [0, bar.width]);
  return (
    <Svg width={bar.width + 2} height={bar.height} viewBox={`0 0 ${bar.width + 2} ${bar.height}`}>
      <Rect x={0} y={2} width={bar.width} height={5} fill={colours.figure} />
      <Rect x={0} y={2} width={x(share)} height={5} fill={colours.accent} />
      <Line x1={x(base)} x2={x(base)} y1={0} y2={9} strokeWidth={1.2} stroke={colours.ink} />
    </Svg>
  );
}

const trend = { width: 250, height: 50, left: 18 } as const;

/** Gait ages over time, each with its span. */
export function TrendLine({ points }: { points: NonNullable<Report["trend"]>["points"] }) {
  const times = points.map(({ at }) => at);
  const x = scaleLinear([Math.min(...times), Math.max(...times)], [trend.left + 8, trend.width - 8]);
  const y = scaleLinear([18, 100], [trend.height - 5, 5]);
  return (
    <Svg width={trend.width} height={trend.height} viewBox={`0 0 ${trend.width} ${trend.height}`}>
      {[20, 60, 100].map((age) => (
        <G key={age}>
          <Line x1={trend.left} x2={trend.width} y1={y(age)} y2={y(age)} strokeWidth={0.4} stroke={colours.line} />
          <Text x={trend.left - 4} y={y(age) + 2.5} textAnchor="end" fill={colours.muted} style={{ fontFamily: chartFont, fontSize: 7 }}>
            {String(age)}
          </Text>
        </G>
      ))}
      {points.map(({ at, lower, upper }) => (
        <Line key={at} x1={x(at)} x2={x(at)} y1={y(lower)} y2={y(upper)} strokeWidth={4} stroke={colours.band} />
      ))}
      <Path
        d={points.map(({ at, estimate }, index) => `${index === 0 ? "M" : "L"}${x(at).toFixed(1)} ${y(estimate).toFixed(1)}`).join("")}
        fill="none"
        strokeWidth={1.2}
        stroke={colours.accent}
      />
    </Svg>
  );
}
