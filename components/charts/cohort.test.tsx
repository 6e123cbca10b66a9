import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { BoxPlots } from "./box-plots";
import { shadeOf, shades } from "./heat/shade";
import { HeatMap, strongest } from "./heat-map";
import { Histogram, histogramGeometry } from "./histogram";
import { Scatter } from "./scatter/scatter";
import { seriesLimit, seriesStyle } from "./series";

// As somebody sees them who opened the numbers behind every picture.
vi.mock(import("./numbers-behind"), async () => ({ NumbersBehind: (await import("./chart-numbers")).ChartNumbers }));

const text = { title: "Title", description: "In words.", tableLabel: "As a table", downloadLabel: "As CSV", fileName: "file" };
const count = (html: string, part: string) => html.split(part).length - 1;
const csvOf = (html: string) =>
  decodeURIComponent(/href="data:text\/csv;charset=utf-8,([^"]*)"/.exec(html)?.[1] ?? "").replace("\uFEFF", "");

it("no two series look the same without their colours", () => {
  const looks = Array.from({ length: seriesLimit }, (_, index) => seriesStyle(index));
  expect(new Set(looks.map(({ shape }) => shape(5))).size).toBe(seriesLimit);
  expect(new Set(looks.slice(0, 6).map(({ dash }) => dash)).size).toBe(6);
});

describe("Histogram", () => {
  const bins = [
    { from: 20, to: 30, text: "20 to 29" },
    { from: 30, to: 50, text: "30 to 49" },
  ];
  const women = { id: "f", label: "Women", counts: [10, null] };
  const men = { id: "m", label: "Men", counts: [5, 0] };
  const histogram = (series: Parameters<typeof Histogram>[0]["series"], marker?: { value: number; label: string }) =>
    renderToStaticMarkup(
      <Histogram
        bins={bins}
        series={series}
        hiddenText="fewer than 5"
        marker={marker}
        axisLabel="Age, years"
        countLabel="people"
        binColumn="Age"
        locale="en"
        empty="Nobody."
        text={text}
      />,
    );

  it("stands one series on the axis and hangs the second beneath it, as long as they are many", () => {
    const { base, bars } = histogramGeometry(bins, [women, men]);
    const [[first], [second]] = [bars[0] ?? [], bars[1] ?? []];
    expect(base).toBe(50);
    expect(first).toMatchObject({ x: 0, y: 0, height: 50 });
    expect(second).toMatchObject({ y: 50, height: 25 });
    expect(bars[0]?.[1]).toMatchObject({ hidden: true, width: expect.closeTo(66.67, 1) });
    expect(histogramGeometry(bins, [men]).base).toBe(100);
  });

  it("gives one bin without width a bar in the middle", () => {
    const { bars } = histogramGeometry([{ from: 3, to: 3, text: "3" }], [{ id: "a", label: "All", counts: [4] }]);
    expect(bars[0]?.[0]).toMatchObject({ x: 40, width: 20, height: 100 });
  });

  it("tells none from too few to show", () => {
    const html = histogram([women, men]);
    expect(html).toContain("fewer than 5");
    expect(csvOf(html)).toBe("Age,Women,Men\r\n20 to 29,10,5\r\n30 to 49,,0\r\n");
  });

  it("marks one person and says when there is nobody", () => {
    expect(histogram([women], { value: 44, label: "Ana, 44" })).toContain("Ana, 44");
    expect(histogram([{ ...women, counts: [0, 0] }])).toContain("Nobody.");
  });
});

describe("BoxPlots", () => {
  const box = { low: 0.9, q1: 1.1, median: 1.2, q3: 1.3, high: 1.5 };
  const boxes = (rows: Parameters<typeof BoxPlots>[0]["rows"]) =>
    renderToStaticMarkup(
      <BoxPlots
        rows={rows}
        whiskers="Lines: 5th to 95th percentile."
        unit="m/s"
        locale="en"
        columns={["Zone", "People", "5th", "Q1", "Median", "Q3", "95th"]}
        empty="Too few."
        text={text}
      />,
    );

  it("draws a box where there is one, and neither box nor number where too few stand behind it", () => {
    const html = boxes([
      { id: "k", label: "Knee", people: 34, peopleText: "34 people", box, boxText: "median 1.2 m/s" },
      { id: "f", label: "Foot", people: null, peopleText: "fewer than 5 people", box: null, boxText: "not shown" },
    ]);
    expect(count(html, "fill-band")).toBe(1);
    expect(csvOf(html)).toBe("Zone,People,5th,Q1,Median,Q3,95th\r\nKnee,34,0.9,1.1,1.2,1.3,1.5\r\nFoot,,,,,,\r\n");
  });

  it("draws equal values as a box without width, inside", () => {
    const flat = { low: 2, q1: 2, median: 2, q3: 2, high: 2 };
    expect(boxes([{ id: "k", label: "Knee", people: 5, peopleText: "5", box: flat, boxText: "2" }])).toContain('x="50%" width="0%"');
  });

  it("says when every group is too small", () => {
    expect(boxes([{ id: "f", label: "Foot", people: null, peopleText: "few", box: null, boxText: "not shown" }])).toContain("Too few.");
  });
});

describe("HeatMap", () => {
  const variables = ["Speed", "Step rate", "Age"].map((label, index) => ({ id: `v${index}`, label }));
  const pairs = [
    { a: "v1", b: "v0", value: 0.62, people: 40, href: "/cohort?x=v0&y=v1" },
    { a: "v0", b: "v2", value: -0.71, people: 40 },
    { a: "v1", b: "v2", value: null, people: null },
  ];
  const labels = {
    missing: "too few people",
    weak: "none",
    strong: "full",
    negative: "one up, one down",
    strongest: "The strongest",
    between: "{a} and {b}",
  };
  const map = (own: typeof pairs) =>
    renderToStaticMarkup(
      <HeatMap
        variables={variables}
        pairs={own}
        labels={labels}
        locale="en"
        columns={["One", "Other", "r", "People"]}
        empty="Too few people."
        text={text}
      />,
    );

  it("writes each pair once, with its sign, whichever way round it came, and leads to its scatter", () => {
    const html = map(pairs);
    const matrix = html.slice(0, html.indexOf("The strongest"));
    expect(matrix).toContain("−0.71");
    expect(count(matrix, "<td title=")).toBe(3);
    expect(matrix).toContain('<span class="sr-only">Speed and Step rate: </span>');
    expect(csvOf(html)).toBe("One,Other,r,People\r\nStep rate,Speed,0.62,40\r\nSpeed,Age,-0.71,40\r\nStep rate,Age,,\r\n");
  });

  it("lists the strongest by strength, not by sign, without the unknown", () => {
    expect(strongest(pairs, 10).map(({ value }) => value)).toEqual([-0.71, 0.62]);
    expect(strongest(pairs, 1)).toHaveLength(1);
  });

  it("shades by strength alone", () => {
    expect(shadeOf(-0.71)).toBe(shadeOf(0.71));
    expect([0, 0.1, 0.3, 0.5, 0.7, 1].map(shadeOf)).toEqual([...shades, shades.at(-1)]);
  });

  it("says when nothing can be shown", () => {
    expect(map(pairs.slice(2))).toContain("Too few people.");
  });
});

describe("Scatter", () => {
  const labels = {
    prompt: "Point at a mark.",
    marks: "Marks, in order of {axis}",
    open: "Open",
    selected: "Selected: {selected} of {count}",
    shown: "Shown: {selected} of {count}",
    drag: "Drag.",
    zoom: "Zoom",
    clear: "Clear",
    reset: "All",
    ranges: "Ranges",
    from: "{axis}: from",
    to: "{axis}: to",
    first: "The first {shown} of {count}.",
  };
  const scatter = (amount: number) =>
    renderToStaticMarkup(
      <Scatter
        points={{
          address: null,
          rows: Array.from({ length: amount }, (_, index) => [String(index), index, -index, index % 2, `P${index}`]),
        }}
        groups={["0", "1", "2"].map((id) => ({ id, label: `Group ${id}` }))}
        x={{ label: "Speed", unit: "m/s", decimals: 2 }}
        y={{ label: "Rate", unit: "", decimals: 0 }}
        locale="en"
        labels={labels}
        columns={["Who", "Zone"]}
        empty="Nobody."
        text={text}
      />,
    );

  it("draws two thousand points as one path per group and a table of the first hundred", () => {
    const html = scatter(2000);
    expect(count(html, "opacity-85")).toBe(2);
    expect(count(html, 'scope="row"')).toBe(100);
    expect(html).toContain("The first 100 of 2,000.");
    expect(html).toContain("Shown: 2,000 of 2,000");
  });

  it("names its controls and leaves groups without points out of the key", () => {
    const html = scatter(2);
    for (const name of ["Marks, in order of Speed", "Speed: from", "Speed: to", "Rate: from", "Rate: to"])
      expect(html).toContain(`aria-label="${name}"`);
    expect(html).toContain("Group 1");
    expect(html).not.toContain("Group 2");
    expect(html).not.toContain("The first");
  });

  it("draws one point, and says when there is none", () => {
    expect(scatter(1)).toContain("Shown: 1 of 1");
    expect(scatter(0)).toContain("Nobody.");
  });
});
