import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { AgeStrip } from "./age-strip";
import type { AssessedZone, BodyZones } from "./body/types";
import { BodyFigure, furthest } from "./body-figure";
import { ContributionBars } from "./contribution-bars";
import { DotsOfHundred, outlineOfFirst } from "./dots-of-hundred";
import { TrendChart } from "./trend-chart";

// As somebody sees them who opened the numbers behind every picture.
vi.mock(import("./numbers-behind"), async () => ({ NumbersBehind: (await import("./chart-numbers")).ChartNumbers }));

const text = { title: "Title", description: "In words.", tableLabel: "As a table", downloadLabel: "As CSV", fileName: "file" };
const count = (html: string, part: string) => html.split(part).length - 1;

const assessed = (label: string, level: AssessedZone["level"], share: number, base: number): AssessedZone => ({
  state: "assessed",
  label,
  level,
  share,
  base,
  sentence: `${label} says so.`,
});
const unassessed = (label: string) => ({ state: "not_assessed", label, sentence: `${label} is not known.` }) as const;
const zones: BodyZones = {
  back: unassessed("Back"),
  hip: assessed("Hip", 1, 22, 20),
  thigh: unassessed("Thigh"),
  knee: assessed("Knee", 4, 34, 27),
  leg: unassessed("Lower leg"),
  ankle: assessed("Ankle", 0, 20, 22),
  foot: assessed("Foot", 0, 15, 21),
};
const labels = {
  front: "Front",
  back: "Rear",
  scaleLow: "low",
  scaleHigh: "high",
  notAssessed: "not assessed",
  prompt: "Choose a zone.",
  share: "{share} of 100",
};

describe("BodyFigure", () => {
  it("gives each zone a button and a row, and opens with the zone furthest above its base rate", () => {
    const html = renderToStaticMarkup(
      <BodyFigure zones={zones} labels={labels} text={text} columns={["Zone", "Like this", "In all", "Says"]} />,
    );
    expect(count(html, "<button")).toBe(7);
    expect(count(html, 'scope="row"')).toBe(7);
    expect(html).toContain("34 of 100");
    expect(html).toContain("</strong> Knee says so.");
    expect(count(html, "-hatch)")).toBe(2 * (2 + 1 + 1) + 2);
  });

  it("crowns no zone when none stands above its base rate", () => {
    const calm: BodyZones = { ...zones, hip: assessed("Hip", 0, 19, 20), knee: assessed("Knee", 0, 28, 27) };
    expect(furthest(calm)).toBeNull();
    expect(furthest(zones)).toBe("knee");
    const html = renderToStaticMarkup(<BodyFigure zones={calm} labels={labels} text={text} columns={["a", "b", "c", "d"]} />);
    expect(html).toContain("Choose a zone.");
  });
});

describe("AgeStrip", () => {
  const strip = (age: number | null) =>
    renderToStaticMarkup(
      <AgeStrip
        lower={31}
        upper={58}
        estimate={44.6}
        age={age}
        labels={{ age: "you, 44", ageRow: "Your age", intervalRow: "Interval", estimateRow: "Middle", interval: "31 to 58" }}
        columns={["What", "Years"]}
        text={text}
      />,
    );

  it("is one image with its words and its table", () => {
    const html = strip(44);
    expect(count(html, 'role="img"')).toBe(1);
    expect(html).toContain("In words.");
    expect(html).toContain("31 to 58");
    expect(html).toContain('download="file.csv"');
    expect(count(html, 'scope="row"')).toBe(3);
  });

  it("says nothing about an age it does not know", () => {
    expect(strip(null)).not.toContain("you, 44");
    expect(count(strip(null), 'scope="row"')).toBe(2);
  });
});

it("ContributionBars draws from the middle to either side", () => {
  const html = renderToStaticMarkup(
    <ContributionBars
      rows={[
        { id: "a", label: "Speed", value: 6, valueText: "6 older" },
        { id: "b", label: "Height", value: -3, valueText: "3 younger" },
      ]}
      labels={{ negative: "younger", positive: "older" }}
      columns={["What", "Years"]}
      text={text}
    />,
  );
  expect(html).toContain('x="50%" width="50%"');
  expect(html).toContain('x="25%" width="25%"');
});

it("DotsOfHundred fills as many dots as it says", () => {
  const html = renderToStaticMarkup(
    <DotsOfHundred share={34} base={27} shareLabel="34" baseLabel="27" columns={["What", "People"]} text={text} />,
  );
  expect(count(html, "fill-accent stroke-accent")).toBe(34);
  expect(count(html, "<circle")).toBe(100);
});

it("outlines the first dots row by row", () => {
  expect(outlineOfFirst(0)).toBe("");
  expect(outlineOfFirst(4)).toBe("M0 0H4V1H0Z");
  expect(outlineOfFirst(20)).toBe("M0 0H10V2H0Z");
  expect(outlineOfFirst(27)).toBe("M0 0H10V2H7V3H0Z");
});

it("TrendChart links its points, names the side and shows nothing for no points", () => {
  const props = {
    unit: "s",
    locale: "es",
    columns: ["Fecha", "Valor"],
    sideColumn: "Lado",
    sideLabels: { left: "izquierda", right: "derecha" },
    text,
  } as const;
  const point = { id: "1", date: "2026-01-01", dateText: "1 ene 2026", value: 0.54, valueText: "0,54 s", href: "/assessments/1" };
  const html = renderToStaticMarkup(
    <TrendChart
      {...props}
      points={[
        { ...point, side: "left" },
        { ...point, side: "right", value: 0.57 },
      ]}
    />,
  );
  expect(count(html, 'href="/assessments/1"')).toBe(2);
  expect(html).toContain("derecha");
  expect(count(html, 'class="fill-accent stroke-2')).toBe(2);
  expect(html).not.toContain('role="img"');
  expect(renderToStaticMarkup(<TrendChart {...props} points={[]} />)).toBe("");
});
