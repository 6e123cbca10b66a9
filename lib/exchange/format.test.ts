import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detectFormat, readRows } from "./format";
import { inert } from "./inert";
import { fileOf, listOf } from "./testing";

const read = async (content: string | Uint8Array, size?: number) => {
  const source = fileOf(content, size);
  const format = await detectFormat(source);
  return format.ok ? { format: format.value, rows: await listOf(readRows(source, format.value)) } : { problem: format.error };
};

const cellsOf = async (content: string | Uint8Array) => (await read(content)).rows?.map(({ cells }) => cells);

describe("how the file is written", () => {
  test.each([
    ["commas", "athlete,speed\nAna,1.3\n", ","],
    ["semicolons and decimal commas", "athlete;speed\nAna;1,3\n", ";"],
    ["tabs", "athlete\tspeed\nAna\t1,3\n", "\t"],
    ["as the spreadsheet says", "sep=;\nathlete;speed\nAna;1,3\n", ";"],
    ["old line ends", "athlete,speed\rAna,1.3\r", ","],
  ])("%s", async (_, text, delimiter) => {
    const { format, rows } = await read(text);
    expect(format?.delimiter).toBe(delimiter);
    expect(format?.header).toEqual(["athlete", "speed"]);
    expect(rows?.map(({ cells }) => cells[0])).toEqual(["Ana"]);
  });

  test("UTF-8 with and without its mark, UTF-16 and Windows-1252 give the same name", async () => {
    const text = "nombre;observación\nBegoña;5 €\n";
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
    const latin = Buffer.from(text.replace("€", "\x80"), "latin1");
    for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), utf16, latin]) {
      expect(await read(bytes)).toMatchObject({ format: { header: ["nombre", "observación"] }, rows: [{ cells: ["Begoña", "5 €"] }] });
    }
  });

  test.each([
    ["nothing", "", "empty"],
    ["blank lines", "\n \n", "empty"],
    ["a header alone", "athlete,speed\n", "no_rows"],
    ["numbers instead of names", "1,2\n3,4\n", "no_header"],
    ["a workbook", "PK\x03\x04whatever", "workbook"],
    ["a picture", "\x89PNG\r\n\x1a\n\0\0", "not_text"],
  ])("%s is refused", async (_, text, code) => {
    expect((await read(text)).problem?.code).toBe(code);
  });

  test("names that are there twice are said", async () => {
    expect((await read("a,b,a\n1,2,3\n")).problem).toEqual({ code: "names_twice", columns: ["a"] });
  });
});

describe("rows", () => {
  test("quoted cells hold delimiters, quotes and lines", async () => {
    expect(await cellsOf('name,notes\nAna,"one, ""two""\nthree"\nEva,x\n')).toEqual([
      ["Ana", 'one, "two"\nthree'],
      ["Eva", "x"],
    ]);
  });

  test("an inch mark opens nothing", async () => {
    expect(await cellsOf("name,height\nAna,5'11\"\nEva,6'1\"\n")).toEqual([
      ["Ana", "5'11\""],
      ["Eva", "6'1\""],
    ]);
  });

  test("a quote that never ends costs its own row only", async () => {
    const { rows } = await read('name,notes\nAna,"oh\nEva,x\nIda,y\n');
    expect(rows?.map(({ problem }) => problem)).toEqual(["broken_quotes", undefined, undefined]);
    expect(rows?.[2]).toEqual({ number: 3, cells: ["Ida", "y"] });
  });

  test("a line without an end is cut into refused rows and does not fill the memory", async () => {
    const { rows } = await read(`a,b\n${"x".repeat(500_000)}\n1,2\n`, 100_000);
    expect(rows?.map(({ problem }) => problem)).toEqual(["ragged", "ragged", undefined]);
  });

  test("rows of another length are refused, blank extra cells are not", async () => {
    const { rows } = await read("a,b\n1\n1,2,3\n1,2,\n");
    expect(rows?.map(({ problem }) => problem)).toEqual(["ragged", "ragged", undefined]);
  });

  test("a cell that holds anything comes back, in pieces of any size", async () => {
    const cell = fc.string({ unit: "grapheme" }).map((text) => text.replaceAll(/[\r\u2028\u2029\0]/g, "").trim());
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.string({ minLength: 1 }).filter((text) => /^[a-z]+$/.test(text)),
            cell,
          ),
          { minLength: 1 },
        ),
        fc.integer({ min: 1, max: 64 }),
        async (lines, size) => {
          const text = `name,cell\n${lines.map((cells) => cells.map((each) => `"${inert(each).replaceAll('"', '""')}"`).join(",")).join("\n")}\n`;
          const { rows } = await read(new TextEncoder().encode(text), size);
          expect(rows?.map(({ cells }) => cells)).toEqual(lines);
        },
      ),
    );
  });

  test("any bytes are rows or a named refusal, and every line that is not blank is accounted for", async () => {
    const text = fc.string({ unit: fc.constantFrom("a", "1", ",", ";", '"', "\n", "\r", " ", "é", "\t"), maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          text.map((each) => new TextEncoder().encode(each)),
        ),
        async (bytes) => {
          const { rows, problem } = await read(bytes, 5);
          if (problem) return;
          expect(rows?.map(({ number }) => number)).toEqual(rows?.map((_, index) => index + 1));
          const letters = (value: string) => value.replaceAll(/[^a1é]/g, "").length;
          const whole = new TextDecoder().decode(bytes);
          const header = (await detectFormat(fileOf(bytes, 5))) as { ok: true; value: { header: readonly string[] } };
          const counted = letters(header.value.header.join("")) + letters(rows?.flatMap(({ cells }) => cells).join("") ?? "");
          if (!/sep=/i.test(whole) && isAscii(bytes)) expect(counted).toBe(letters(whole));
        },
      ),
      { numRuns: 300 },
    );
  });
});

const isAscii = (bytes: Uint8Array) => bytes.every((byte) => byte < 128);
