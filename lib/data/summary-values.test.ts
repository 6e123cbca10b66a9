import fc from "fast-check";
import { expect, it } from "vitest";
import { searchName } from "./search-name";
import { summaryValues } from "./summary-values";

it("gives one number per code: the one value, or the mean of the sides that were measured", () => {
  expect(summaryValues({ speed: 1.2, contact_time_left: 0.6, contact_time_right: 0.7, swing_time_left: 0.4 })).toEqual({
    speed: 1.2,
    contact_time: expect.closeTo(0.65),
    swing_time: 0.4,
  });
  expect(summaryValues({ step_rate: 110, step_rate_left: 100, step_rate_right: 120.5 })).toEqual({ step_rate: 110 });
});

it("counts a finding on the sides that were tested, and leaves out words, deviations and what nobody knows", () => {
  expect(
    summaryValues({
      ober_left: "present",
      ober_right: "absent",
      lunge_left: "absent",
      hallux_valgus_left: "present",
      hallux_valgus_right: "present",
      contact_time_sd_left: 0.02,
      sex: "female",
      unheard_of: 3,
    }),
  ).toEqual({ ober: 0.5, lunge: 0, hallux_valgus: 1 });
});

it("never makes a number of nothing", () => {
  expect(summaryValues({})).toEqual({});
});

it("finds a name whatever its accents and capitals", () => {
  expect(searchName(" Íñigo  PÉREZ Güell ")).toBe("inigo perez guell");
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (name) => searchName(searchName(name)) === searchName(name)));
});
