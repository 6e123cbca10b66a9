import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { toCsv } from "../charts/csv";
import { FilterForm } from "./filter-form";
import { FilterSentence } from "./filter-sentence";
import { NormsTable } from "./norms-table";
import { ViewTabs } from "./view-tabs";

const form = renderToStaticMarkup(
  <FilterForm
    action="/cohort"
    kept={[
      { name: "metric", value: "speed" },
      { name: "metric", value: "bmi" },
    ]}
    shown={[{ name: "x", label: "Across", value: "bmi", options: ["speed", "bmi"].map((value) => ({ value, label: value })) }]}
    filters={{
      selects: [],
      lists: [
        {
          name: "zone",
          legend: "Zone",
          options: [
            { value: "knee", label: "Knee", checked: true },
            { value: "hip", label: "Hip", checked: false },
          ],
        },
      ],
      inputs: [{ name: "weightFrom", label: "Weight from", value: "60", type: "number", unit: "kg" }],
      words: { title: "Filters", reset: "Take off" },
      resetHref: "/cohort",
    }}
    words={{ title: "What to look at", apply: "Show" }}
  />,
);

describe("the form of all views", () => {
  it("goes into the address by itself", () => {
    expect(form).toContain('method="get"');
    expect(form).toContain('action="/cohort"');
    expect(form.match(/<input type="hidden" name="metric"/g)).toHaveLength(2);
    expect(form).toContain('type="submit"');
  });

  it("shows what is chosen and names every control", () => {
    expect(form).toMatch(/<option value="bmi" selected="">/);
    expect(form).toMatch(/name="zone"[^>]*checked=""[^>]*value="knee"|value="knee"[^>]*checked=""/);
    expect(form).not.toMatch(/value="hip"[^>]*checked|checked=""[^>]*value="hip"/);
    for (const id of ["cohort-x", "cohort-weightFrom"]) expect(form).toContain(`for="${id}"`);
    expect(form).toContain("<legend");
  });
});

describe("who is looked at", () => {
  it("always says how many they are", () => {
    const sentence = renderToStaticMarkup(<FilterSentence filters="knee · women" people="34 people" />);
    expect(sentence).toContain("34 people");
    expect(sentence).toContain("knee · women");
  });
});

describe("the views", () => {
  it("say which one is open", () => {
    const views = ["a", "b"].map((key) => ({ key, href: `/${key}`, label: key, current: key === "b" }));
    const tabs = renderToStaticMarkup(<ViewTabs label="Views" views={views} />);
    expect(tabs.match(/aria-current="page"/g)).toHaveLength(1);
    expect(tabs).toMatch(/<a[^>]*aria-current="page"[^>]*href="\/b"/);
  });
});

describe("the norms", () => {
  it("download exactly what they show, with whose they are", () => {
    const table = { columns: ["Group", "Median"], rows: [{ id: "f", cells: ["Female", { text: "1.30", value: 1.3 }] }] };
    const context = { label: "People", value: "Club · walking" };
    const html = renderToStaticMarkup(
      <NormsTable caption="Speed, m/s" table={table} context={context} fileName="norms" downloadLabel="CSV" />,
    );
    expect(html).toContain("1.30");
    expect(html).toContain(encodeURIComponent(toCsv(table, context)));
    expect(toCsv(table, context)).toBe("Group,Median,People\r\nFemale,1.3,Club · walking\r\n");
  });
});
