import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { ChartFrame } from "./chart-frame";
import { PeopleDots } from "./people-dots";
import { PeopleTrends } from "./people-trends";
import { Sparkline } from "./sparkline";
import { TrendChart } from "./trend-chart";

// As somebody sees them who opened the numbers behind every picture.
vi.mock(import("./numbers-behind"), async () => ({ NumbersBehind: (await import("./chart-numbers")).ChartNumbers }));

const text = { title: "Title", description: "In words.", tableLabel: "As a table", downloadLabel: "As CSV", fileName: "file" };
const count = (html: string, part: string) => html.split(part).length - 1;
const csvOf = (html: string) =>
  decodeURIComponent(/href="data:text\/csv;charset=utf-8,([^"]*)"/.exec(html)?.[1] ?? "").replace("\uFEFF", "");

describe("ChartFrame", () => {
  const table = { columns: ["n"], rows: [1, 2, 3].map((each) => ({ id: String(each), cells: [`row ${each}`] })) };

  it("offers images only where it has words for them", () => {
    const words = { svg: "As SVG", png: "As PNG", failed: "It could not." };
    expect(renderToStaticMarkup(<ChartFrame text={text} table={table} />)).not.toContain("<button");
    const html = renderToStaticMarkup(<ChartFrame text={{ ...text, imageLabel: words }} table={table} />);
    expect(html).toContain("As SVG</button>");
    expect(html).toContain("As PNG</button>");
    expect(html).not.toContain("It could not.");
  });

  it("says what it was drawn from, on the page and in the file", () => {
    const html = renderToStaticMarkup(<ChartFrame text={{ ...text, context: { label: "Filters", value: "women" } }} table={table} />);
    expect(html).toContain(">women</p>");
    expect(csvOf(html)).toBe("n,Filters\r\nrow 1,women\r\nrow 2,women\r\nrow 3,women\r\n");
  });

  it("cuts a long table on the page and says so, but not the file", () => {
    const html = renderToStaticMarkup(<ChartFrame text={text} table={table} cut={{ rows: 2, note: "Two of three." }} />);
    expect(count(html, 'scope="row"')).toBe(2);
    expect(html).toContain("Two of three.");
    expect(csvOf(html)).toContain("row 3");
  });

  it("says in words that there is nothing, and draws and offers nothing", () => {
    const html = renderToStaticMarkup(
      <ChartFrame text={text} table={table} empty="Nothing yet.">
        picture
      </ChartFrame>,
    );
    expect(html).toContain("Nothing yet.");
    expect(html).not.toContain("picture");
    expect(html).not.toContain("download");
  });
});

describe("PeopleDots", () => {
  const ana = { id: "a", label: "Ana", value: 44.6, low: 31, high: 58, tick: 44, valueText: "31 to 58" };
  const bo = { id: "b", label: "Bo", value: null, low: null, high: null, tick: null, valueText: "not measured" };
  const dots = (rows: Parameters<typeof PeopleDots>[0]["rows"]) =>
    renderToStaticMarkup(
      <PeopleDots
        rows={rows}
        tickLabel="own age"
        unit="years"
        locale="en"
        columns={["Who", "Gait age", "From", "To", "Own age"]}
        empty="Nobody."
        text={text}
      />,
    );

  it("draws a point, an interval and a tick for who was measured, and words for who was not", () => {
    const html = dots([ana, bo]);
    expect(count(html, "<circle")).toBe(1);
    expect(html).toContain("not measured");
    expect(csvOf(html)).toBe("Who,Gait age,From,To,Own age\r\nAna,44.6,31,58,44\r\nBo,,,,\r\n");
  });

  it("has no column for a tick that nobody has", () => {
    expect(csvOf(dots([{ ...ana, tick: null }]))).toBe("Who,Gait age,From,To\r\nAna,44.6,31,58\r\n");
  });

  it("is words alone where nobody was measured", () => {
    expect(dots([bo])).toContain("Nobody.");
    expect(dots([bo])).not.toContain("<svg");
  });

  it("puts equal and negative values inside the drawing", () => {
    const html = dots([
      { ...ana, value: -3, low: null, high: null, tick: null },
      { ...ana, id: "c", value: -3, low: null, high: null, tick: null },
    ]);
    expect(count(html, 'cx="50%"')).toBe(2);
  });

  it("is one image unless a name is a link", () => {
    expect(dots([ana])).toContain('role="img"');
    expect(dots([{ ...ana, href: "/athletes/a" }])).not.toContain('role="img"');
  });
});

describe("PeopleTrends", () => {
  const point = (id: string, value: number | null) => ({
    id,
    date: `2026-0${id}-01`,
    dateText: `month ${id}`,
    value,
    valueText: value === null ? "not measured" : `${value} m/s`,
  });
  const trends = (people: Parameters<typeof PeopleTrends>[0]["people"]) =>
    renderToStaticMarkup(
      <PeopleTrends people={people} unit="m/s" locale="en" columns={["Who", "Date", "Speed"]} empty="Nothing measured." text={text} />,
    );

  it("names each line, gives each its own dashes and keeps what is missing in the table", () => {
    const html = trends([
      { id: "a", label: "Ana", points: [point("1", 1.2), point("2", 1.3)] },
      { id: "b", label: "Bo", points: [point("2", null), point("1", 1.1), point("3", 1)] },
    ]);
    const dashes = [...html.matchAll(/stroke-width="1.75"( stroke-dasharray="[^"]*")?/g)].map(([, dash]) => dash);
    expect(new Set(dashes).size).toBe(2);
    expect(html).toContain(">Bo</span>");
    expect(csvOf(html)).toBe("Who,Date,Speed\r\nAna,month 1,1.2\r\nAna,month 2,1.3\r\nBo,month 1,1.1\r\nBo,month 2,\r\nBo,month 3,1\r\n");
  });

  it("says that nothing was measured", () => {
    expect(trends([{ id: "a", label: "Ana", points: [point("1", null)] }])).toContain("Nothing measured.");
  });
});

describe("TrendChart with events", () => {
  const props = { unit: "m/s", locale: "en", columns: ["Date", "Speed"], text } as const;
  const points = [{ id: "1", date: "2026-02-01", dateText: "1 Feb", value: 1.2, valueText: "1.2 m/s" }];
  const events = [
    { id: "r", date: "2026-12-01", dateText: "1 Dec", label: "Recall", kind: "recall" },
    { id: "n", date: "2026-01-01", dateText: "1 Jan", label: "Rested", kind: "note" },
  ] as const;

  it("numbers them by date, says them in words and keeps them in the table", () => {
    const html = renderToStaticMarkup(<TrendChart {...props} points={points} events={events} eventColumn="Event" />);
    expect(html.indexOf("Rested")).toBeLessThan(html.indexOf("Recall"));
    expect(csvOf(html)).toBe("Date,Speed,Event\r\n1 Jan,,Rested\r\n1 Feb,1.2,\r\n1 Dec,,Recall\r\n");
  });

  it("says that there are no points where it has words for it", () => {
    expect(renderToStaticMarkup(<TrendChart {...props} points={[]} events={events} empty="None yet." />)).toContain("None yet.");
  });
});

describe("Sparkline", () => {
  const line = (values: readonly (number | null)[]) => renderToStaticMarkup(<Sparkline values={values} label="Speed" />);

  it("leaves a gap where a value is missing and marks the last that is there", () => {
    const html = line([1, 2, null, 3, 2, null]);
    const path = / d="([^"]*)"/.exec(html)?.[1] ?? "";
    expect(count(path, "M")).toBe(2);
    expect(/<circle cx="([\d.]+)"/.exec(html)?.[1]).toBe("74.4");
  });

  it("shows a value that stands alone between gaps as a dot", () => {
    expect(count(line([1, null, 2, 3]), "<circle")).toBe(2);
  });

  it("draws one value, equal values and nothing", () => {
    expect(line([-3])).toContain('cx="48"');
    expect(line([2, 2, 2])).toMatch(/cy="14(\.0+\d*)?"/);
    expect(line([null, null])).toBe("");
    expect(line([1])).toContain('aria-label="Speed"');
  });
});
