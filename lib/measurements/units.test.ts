import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type UnitPreferences, unitPreferencesSchema } from "./unit-preferences";
import { displayUnit, fromEntry, metricPreferences, toDisplay, toDisplayWithUnit, toEntry, toScale } from "./units";

const speed = { unit: "m/s", quantity: "speed", decimals: 2 } as const;
const belt = { unit: "km/h", quantity: "speed", decimals: 1 } as const;
const height = { unit: "cm", quantity: "height", decimals: 0 } as const;
const mass = { unit: "kg", quantity: "mass", decimals: 1 } as const;
const step = { unit: "m", quantity: "length", decimals: 2 } as const;
const angle = { unit: "deg", quantity: null, decimals: 1 } as const;
const scale = { unit: null, quantity: null, decimals: 1 } as const;
const pace: UnitPreferences = { ...metricPreferences, speed: "min/km" };
const imperial: UnitPreferences = { speed: "min/mi", height: "ft", mass: "lb", length: "ft" };

describe("showing", () => {
  it("writes numbers as the language does", () => {
    expect(toDisplay(1.347, speed, metricPreferences, "es")).toBe("1,35");
    expect(toDisplay(1.347, speed, metricPreferences, "en")).toBe("1.35");
    expect(toDisplay(-0.01, angle, metricPreferences, "en")).toBe("0.0");
    expect(toDisplay(1850, { unit: "deg/s", quantity: null, decimals: 0 }, metricPreferences, "en")).toBe("1850");
  });

  it("writes a pace as minutes and seconds, a height as feet and inches", () => {
    expect(toDisplay(1000 / 312, speed, pace, "es")).toBe("5:12");
    expect(toDisplay(1000 / 299.6, speed, pace, "en")).toBe("5:00");
    expect(toDisplay(12, belt, pace, "en")).toBe("5:00");
    expect(toDisplay(180.3, height, imperial, "en")).toBe("5′11″");
    expect(toDisplay(182.8, height, imperial, "en")).toBe("6′0″");
  });

  it("shows a deviation of speed as a speed: it has no pace", () => {
    const spread = { ...speed, spread: true };
    expect(toDisplay(0.05, spread, pace, "en")).toBe("0.18");
    expect(displayUnit(spread, pace, "en")).toBe("km/h");
    expect(displayUnit(spread, imperial, "en")).toBe("mph");
  });

  it("joins the unit as each language does", () => {
    expect(toDisplayWithUnit(1.35, speed, metricPreferences, "en")).toBe("1.35\u00a0m/s");
    expect(toDisplayWithUnit(7.34, angle, metricPreferences, "es")).toBe("7,3°");
    expect(toDisplayWithUnit(63, { unit: "% of cycle", quantity: null, decimals: 0 }, metricPreferences, "es")).toBe("63\u00a0% del ciclo");
    expect(toDisplayWithUnit(63, { unit: "% of cycle", quantity: null, decimals: 0 }, metricPreferences, "en")).toBe("63% of cycle");
    expect(toDisplayWithUnit(180.3, height, imperial, "en")).toBe("5′11″");
    expect(toDisplayWithUnit(8, scale, metricPreferences, "en")).toBe("8.0");
  });
});

describe("entering", () => {
  it.each([
    ["1,35", speed, metricPreferences, 1.35],
    ["5:12", speed, pace, 1000 / 312],
    ["5:12 min/km", speed, metricPreferences, 1000 / 312],
    ["5:12 /km", speed, metricPreferences, 1000 / 312],
    ["5'12\"", speed, pace, 1000 / 312],
    ["5", speed, pace, 1000 / 300],
    ["8:00", speed, imperial, 1609.344 / 480],
    ["12 km/h", speed, pace, 12 / 3.6],
    ["5", belt, metricPreferences, 18],
    ["12 km/h", belt, pace, 12],
    ["180 cm", height, imperial, 180],
    ["1,80 m", height, metricPreferences, 180],
    ["5'11\"", height, imperial, 180.34],
    ["5′11″", height, metricPreferences, 180.34],
    ["5 ft 11", height, imperial, 180.34],
    ["5ft 11in", height, imperial, 180.34],
    ["6'", height, imperial, 182.88],
    ["6", height, imperial, 182.88],
    ["154 lbs", mass, metricPreferences, 69.853],
    ["70 kg", mass, imperial, 70],
    ["2,5 ft", step, metricPreferences, 0.762],
    ["-7,3°", angle, metricPreferences, -7.3],
    ["12 deg", angle, metricPreferences, 12],
    ["8", scale, metricPreferences, 8],
  ])("reads %s", (text, shown, preferences, value) => {
    const parsed = fromEntry(text, shown, preferences);
    expect(parsed.ok && parsed.value).toBeCloseTo(value, 3);
  });

  it.each([
    ["", speed, metricPreferences, "empty"],
    ["", speed, pace, "empty"],
    ["5.12", speed, pace, "minutes_and_seconds"],
    ["5:72", speed, pace, "minutes_and_seconds"],
    ["0:00", speed, pace, "minutes_and_seconds"],
    ["5:12", speed, metricPreferences, "not_a_number"],
    ["5.11", height, imperial, "feet_and_inches"],
    ["5.9 ft", height, metricPreferences, "feet_and_inches"],
    ["5'12\"", height, imperial, "feet_and_inches"],
    ["12 knots", speed, metricPreferences, "not_a_number"],
    ["12 kg", speed, metricPreferences, "not_a_number"],
    ["12 cm", angle, metricPreferences, "not_a_number"],
    ["deg", angle, metricPreferences, "not_a_number"],
    ["1.234,5", mass, metricPreferences, "thousands_separator"],
  ] as const)("refuses %j", (text, shown, preferences, error) => {
    expect(fromEntry(text, shown, preferences)).toEqual({ ok: false, error });
  });
});

const preferences = fc.record({
  speed: fc.constantFrom(...unitPreferencesSchema.shape.speed.options),
  height: fc.constantFrom(...unitPreferencesSchema.shape.height.options),
  mass: fc.constantFrom(...unitPreferencesSchema.shape.mass.options),
  length: fc.constantFrom(...unitPreferencesSchema.shape.length.options),
});
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((value) => Number(value.toFixed(9)) + 0);
const plausible = fc.oneof(
  fc.record({ shown: fc.constantFrom(speed, { ...speed, spread: true }), value: between(0.8, 8) }),
  fc.record({ shown: fc.constant(belt), value: between(2, 28) }),
  fc.record({ shown: fc.constant(height), value: between(120, 220) }),
  fc.record({ shown: fc.constant(mass), value: between(30, 300) }),
  fc.record({ shown: fc.constant(step), value: between(0.3, 4.8) }),
  fc.record({ shown: fc.constant(angle), value: between(-40, 40) }),
);
const locale = fc.constantFrom("en" as const, "es" as const);

describe("what is shown can be typed back", () => {
  it("and shows the same again", () => {
    fc.assert(
      fc.property(plausible, preferences, locale, ({ shown, value }, wanted, language) => {
        const text = toDisplay(value, shown, wanted, language);
        const back = fromEntry(text, shown, wanted);
        expect(back.ok && toDisplay(back.value, shown, wanted, language)).toBe(text);
      }),
    );
  });

  it("with its unit too", () => {
    fc.assert(
      fc.property(plausible, preferences, locale, ({ shown, value }, wanted, language) => {
        const bare = fromEntry(toDisplay(value, shown, wanted, language), shown, wanted);
        const full = fromEntry(toDisplayWithUnit(value, shown, wanted, language), shown, wanted);
        expect(full).toEqual(bare);
      }),
    );
  });

  it("and the text that fills a form gives the value itself", () => {
    fc.assert(
      fc.property(plausible, preferences, locale, ({ shown, value }, wanted, language) => {
        const back = fromEntry(toEntry(value, shown, wanted, language), shown, wanted);
        expect(back.ok && Math.abs(back.value - value)).toBeLessThan(1e-3 * Math.abs(value) + 1e-9);
        const metric = fromEntry(toEntry(value, shown, metricPreferences, language), shown, metricPreferences);
        if (shown !== belt) expect(metric).toEqual({ ok: true, value });
      }),
    );
  });

  it("and any text is a finite value or a reason", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0159.,:'\"′″ftinmkh/ -") }), plausible, preferences, (text, { shown }, wanted) => {
        const parsed = fromEntry(text, shown, wanted);
        expect(parsed.ok ? Number.isFinite(parsed.value) : parsed.error.length > 0).toBe(true);
      }),
    );
  });
});

describe("toScale", () => {
  const speed = { unit: "m/s", quantity: "speed", decimals: 2 } as const;
  it.each([
    ["m/s", 3, "m/s"],
    ["km/h", 10.8, "km/h"],
    ["min/km", 10.8, "km/h"],
    ["min/mi", 6.7108, "mph"],
  ] as const)("puts 3 m/s on an axis for who prefers %s", (preference, value, unit) => {
    const preferences = { ...metricPreferences, speed: preference };
    expect(toScale(3, speed, preferences)).toBeCloseTo(value, 3);
    expect(displayUnit({ ...speed, spread: true }, preferences, "en")).toBe(unit);
  });

  it("leaves what has no other unit alone", () => {
    expect(toScale(0.31, { unit: "s", quantity: null, decimals: 3 }, metricPreferences)).toBe(0.31);
  });
});
