import { setImmediate as others } from "node:timers/promises";
import { expect, test } from "vitest";
import { detectFormat, readRows, sampleRows } from "./format";
import { proposePlan } from "./propose";
import { fileOf } from "./testing";

// Tables of the largest size that is taken, each made to cost as much as it can: none may cost more than its bytes do.

const largest = 30 * 1024 * 1024;
const piece = 512 * 1024;

/** A beginning, and then the same until the file is full. */
const filled = (begin: string, again: string) =>
  fileOf(Buffer.concat([Buffer.from(begin), Buffer.alloc(largest - begin.length, again)]), piece);

/** What stands before a person: nothing, or what the columns probably mean. */
async function proposed(source: ReturnType<typeof fileOf>) {
  const format = await detectFormat(source);
  if (!format.ok) return { problem: format.error.code };
  const samples = await sampleRows(source, format.value, 200);
  return { format: format.value, samples, plan: proposePlan(format.value, samples, { timeZone: "UTC" }) };
}

const names = (count: number, length: number) => Array.from({ length: count }, (_, index) => `${index}`.padEnd(length, "contact time "));
const row = `1,${"2".repeat(98)}\n`;

test.each([
  ["blank lines", "", "\n", "too_many_lines"],
  ["blank lines after a header", "a,b\n", "\r\n", "too_many_lines"],
  ["rows of a letter", "a,b\n", "1\n", "too_many_lines"],
  ["lines of blank cells", "", `${",".repeat(100)}\n`, "empty"],
  ["one line", "", "x", "no_header"],
  ["lines of quoted blank cells", "", `${'"",'.repeat(30)}\n`, "empty"],
  ["one line of blank cells", "", ",", "empty"],
  ["one line of quotes", "", '"', "empty"],
])("%s: refused", async (_, begin, again, code) => {
  const { problem } = await proposed(filled(begin, again));
  expect(problem).toBe(code);
});

test.each([
  ["many long names", names(500, 370)],
  ["longer names than anybody gives", names(20, 9_900)],
])("%s are likened to ours, and not one letter to each of theirs", async (_, header) => {
  const { plan } = await proposed(filled(`${header.join(",")}\n`, row));
  expect(plan?.columns).toHaveLength(header.length);
});

test("a quote in every line that opens a cell again: each line is a broken row", async () => {
  const line = `a",b,"${"c".repeat(993)}\n`;
  const source = filled("a,b\n", line);
  const { format } = await proposed(source);
  if (!format) throw new Error("no format");
  let broken = 0;
  for await (const { problem } of readRows(source, format)) if (problem === "broken_quotes") broken++;
  expect(broken).toBe(Math.ceil((largest - 4) / line.length));
});

test("a sample and a refused row are small, whatever the rows are", async () => {
  const source = filled("a,b\n", `"${"x,".repeat(90_000)}",y\n${"z,".repeat(90_000)}\n`);
  const { samples } = await proposed(source);
  expect(samples?.length).toBeLessThan(20);
  expect(Math.max(...(samples?.map(({ cells }) => cells.length) ?? []))).toBe(500);
});

test("others have their turn while rows are read", async () => {
  let [turns, reading] = [0, true];
  const counting = (async () => {
    for (; reading; turns++) await others();
  })();
  const text = Buffer.from(`a,b\n${row.repeat(50_000)}`);
  const source = fileOf(text, text.length);
  const format = await detectFormat(source);
  if (!format.ok) throw new Error("no format");
  for await (const _ of readRows(source, format.value));
  reading = false;
  await counting;
  expect(turns).toBeGreaterThanOrEqual(50);
});
