import fc from "fast-check";
import { expect, test } from "vitest";
import { pagesOf, renderReport } from "./render";
import type { Report } from "./types";

const report = (rows: number, name = "Íñigo Łukasz Ωμέγα"): Report => ({
  language: "es",
  fileTitle: "Evaluación",
  kind: "Informe",
  person: [
    ["Nombre", name],
    ["Nacimiento", "7 de junio de 1980, Hombre"],
  ],
  title: `La forma de caminar de ${name} es propia de personas de 20 a 47 años; tiene 46.`,
  age: { title: "Edad de marcha", lower: 18, upper: 47, estimate: 33, age: 46, ageLabel: "edad 46", note: "Nota. ".repeat(40) },
  injury: {
    title: "Parecido",
    sentence: "Frase. ".repeat(40),
    zones: { back: null, hip: 5, thigh: null, knee: 3, leg: null, ankle: 1, foot: 0 },
    hatched: "sin valorar",
    bars: ["Sin lesión", "Cadera", "Rodilla", "Tobillo", "Pie"].map((label) => ({ label, share: 34, base: 20, text: "34 de 100" })),
    barsNote: "así | todas",
    note: "No dice qué va a pasar.",
  },
  reasonsTitle: "Lo que más ha pesado",
  reasons: ["Edad", "Lesión"].map((title) => ({
    title,
    rows: ["a", "b", "c"].map((label) => ({ label: label.repeat(60), effect: "+29 de 100" })),
  })),
  measured: {
    title: "Medidas",
    columns: ["Medida", "Valor", "Izquierda", "Derecha", "Diferencia"],
    rows: Array.from({ length: rows }, (_, index) => ({
      id: String(index),
      cells: ["Recorrido del centro de presiones, anteroposterior", "1", "2", "3", "4"],
    })),
    more: (left) => (left > 0 ? `${left} más` : null),
  },
  trend: { title: "Con el tiempo", points: [1, 2, 3].map((at) => ({ at, lower: 20, upper: 40, estimate: 30 })), from: "ene", to: "nov" },
  cautions: { title: "Léelo con cautela", lines: ["Una línea. ".repeat(15)] },
  models: "gait-age-walk 1.0.0",
  foot: ["Hecho hoy", "id"],
});

test.each([0, 5, 90])("with %i measured values it is one page", async (rows) => {
  const pdf = await renderReport(report(rows));
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  expect(pagesOf(pdf)).toBe(1);
});

test("any name leaves it a page", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), async (name) => {
      expect(pagesOf(await renderReport(report(3, name)))).toBe(1);
    }),
    { numRuns: 8 },
  );
});

test("what has no answer is left out", async () => {
  expect(pagesOf(await renderReport({ ...report(3), age: null, injury: null, reasons: [], trend: null }))).toBe(1);
});
