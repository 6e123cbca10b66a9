import { describe, expect, it } from "vitest";
import { columnName, columnsOf } from "./columns";
import { dictionary } from "./dictionary";
import { formGroups } from "./forms";

const codesOf = (protocol: "walk" | "run") => formGroups(protocol, "en").flatMap(({ fields }) => fields.map(({ code }) => code));

describe("the form's groups", () => {
  it("come in order, in one language", () => {
    expect(formGroups("walk", "es").map(({ label }) => label)).toEqual([
      "Datos corporales",
      "Marcha",
      "Tiempos y ángulos",
      "Fuerza contra el suelo",
      "Exploración clínica",
    ]);
    expect(formGroups("run", "en").map(({ group }) => group)).toContain("running_sensor");
  });

  it("never ask for what is derived or kept elsewhere", () => {
    for (const code of ["age_years", "bmi", "affected_zone", "sex", "injured_joint"]) expect(codesOf("walk")).not.toContain(code);
  });

  it.each(["walk", "run"] as const)("hold every measured column of %s once", (protocol) => {
    const columns = formGroups(protocol, "en").flatMap(({ fields }) => fields.flatMap(({ inputs }) => inputs.map(({ column }) => column)));
    const measured = columnsOf(protocol).filter(({ code }) => dictionary.get(code)?.keptIn === "measurement");
    expect(columns).toEqual(measured.map(columnName));
  });

  it("say what an input may hold", () => {
    const swing = formGroups("run", "en")
      .flatMap(({ fields }) => fields)
      .find(({ code }) => code === "swing_time");
    expect(swing).toMatchObject({ unit: "s", range: [0.1, 1], sides: "each", deviation: true, options: null });
    expect(swing?.inputs.map(({ column }) => column)).toEqual([
      "swing_time_left",
      "swing_time_right",
      "swing_time_sd_left",
      "swing_time_sd_right",
    ]);
    expect(swing?.inputs[2]?.range).toEqual([0, 0.45]);
  });

  it("offer a finding as absent or present, and name what excludes it", () => {
    const jack = formGroups("walk", "es")
      .flatMap(({ fields }) => fields)
      .find(({ code }) => code === "jack_normal");
    expect(jack).toMatchObject({
      polarity: "normal",
      excludes: ["jack_no_arch_restoration"],
      options: [
        { value: "absent", label: "Ausente" },
        { value: "present", label: "Presente" },
      ],
    });
  });

  it("are plain objects that cross to a client component", () => {
    const groups = formGroups("walk", "en");
    expect(JSON.parse(JSON.stringify(groups))).toEqual(groups);
  });
});
