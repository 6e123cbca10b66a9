import { expect, it } from "vitest";
import { onceFor } from "./once-for";

it("works out once for each object, also where nothing comes of it", () => {
  const asked: object[] = [];
  const made = onceFor((key: { name?: string }) => {
    asked.push(key);
    return key.name;
  });
  const [named, nameless] = [{ name: "speed" }, {}];
  expect([made(named), made(nameless), made(named), made(nameless)]).toEqual(["speed", undefined, "speed", undefined]);
  expect(asked).toEqual([named, nameless]);
});
