import { describe, expect, test } from "vitest";
import { describeNeeds, lackingNeeds } from "./answers";
import type { Need } from "./types";

const need = (code: string, group: Need["group"], ways: string[][]): Need => ({ label: code, group, ways });
const speed = need("speed", "gait", [["speed"], ["speed_left", "speed_right"], ["treadmill_speed"]]);
const bmi = need("bmi", "body", [["height_cm", "weight_kg"]]);

describe("lackingNeeds", () => {
  test("a need is met by any one way, whole", () => {
    expect(lackingNeeds({ needs: [speed, bmi] }, {})).toEqual([speed, bmi]);
    expect(lackingNeeds({ needs: [speed] }, { speed_left: "1,3" })).toEqual([speed]);
    expect(lackingNeeds({ needs: [speed] }, { speed_left: "1,3", speed_right: "1,4" })).toEqual([]);
    expect(lackingNeeds({ needs: [speed] }, { treadmill_speed: "5" })).toEqual([]);
    expect(lackingNeeds({ needs: [bmi] }, { height_cm: "170", weight_kg: " " })).toEqual([bmi]);
  });
});

test("many needs of one group are counted, few are named", () => {
  const force = ["a", "b", "c", "d"].map((code) => need(code, "force", [[code]]));
  expect(describeNeeds([need("Speed", "gait", []), need("FPI", "gait", []), ...force], (count, group) => `${count} ${group}`)).toEqual([
    "speed",
    "FPI",
    "4 force",
  ]);
});
