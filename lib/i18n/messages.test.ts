import {
  isLiteralElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
  parse,
} from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { locales } from "./locales";
import { loadMessages, namespaces } from "./messages";

type Leaf = { key: string; text: string };

function leaves(value: unknown, prefix = ""): Leaf[] {
  if (typeof value === "string") return [{ key: prefix, text: value }];
  if (typeof value !== "object" || value === null) throw new Error(`${prefix} is neither text nor a group`);
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, prefix ? `${prefix}.${key}` : key));
}

/** The arguments and tags a message uses, "name:kind". Throws where the message is no well-formed ICU. */
function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (isLiteralElement(element) || isPoundElement(element)) return [];
    const own = `${element.value}:${element.type}`;
    if (isTagElement(element)) return [own, ...argumentsOf(element.children)];
    if (!isPluralElement(element) && !isSelectElement(element)) return [own];
    return [own, ...Object.values(element.options).flatMap((option) => argumentsOf(option.value))];
  });
}

const [es, en] = await Promise.all(locales.map(async (locale) => leaves(await loadMessages(locale))));

describe.each(namespaces)("the words of %s", (namespace) => {
  const own = (all: Leaf[] | undefined) => (all ?? []).filter(({ key }) => key.startsWith(`${namespace}.`));

  it("are there in both languages", () => {
    expect(own(es).map(({ key }) => key)).toEqual(own(en).map(({ key }) => key));
    expect(own(en).length).toBeGreaterThan(0);
  });

  it("are well-formed and take the same arguments in both", () => {
    const english = new Map(own(en).map(({ key, text }) => [key, new Set(argumentsOf(parse(text)))]));
    for (const { key, text } of own(es)) expect([key, new Set(argumentsOf(parse(text)))]).toEqual([key, english.get(key)]);
  });

  it("are not left in the other language", () => {
    const english = new Map(own(en).map(({ key, text }) => [key, text]));
    const same = own(es).filter(({ key, text }) => text.split(" ").length > 3 && english.get(key) === text);
    expect(same).toEqual([]);
  });
});
