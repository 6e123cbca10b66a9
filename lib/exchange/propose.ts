import { protocolSchema } from "@/lib/measurements/vocabulary";
import { matchColumns, textsOf } from "./match";
import type { ColumnChoice, ImportPlan } from "./plan";
import { dateOrderOf } from "./times";
import type { SourceFormat, SourceRow } from "./types";
import { factWord, meaningOfM } from "./words";

/** What a file's columns and rows probably mean, to begin with: a person confirms or corrects it. */
export function proposePlan(
  { header }: SourceFormat,
  samples: readonly SourceRow[],
  { timeZone, remembered = [] }: { timeZone: string; remembered?: readonly ColumnChoice[] },
): ImportPlan {
  const first = matchColumns(header, samples, { remembered });
  const texts = (columns: readonly ColumnChoice[], target: string) => {
    const choice = columns.find((each) => each.target === target);
    return choice ? textsOf(samples, choice.index) : [];
  };
  const protocols = new Set(texts(first, "protocol").flatMap((text) => factWord("protocol", text) ?? []));
  const [one = namedProtocol(header), another] = protocolSchema.options.filter((protocol) => protocols.has(protocol));
  const columns = matchColumns(header, samples, { protocol: another ? "both" : one, remembered });
  return {
    columns: [...columns],
    rules: {
      protocol: columns.some(({ target }) => target === "protocol") ? null : namedProtocol(header),
      measuredOn: null,
      timeZone,
      reason: columns.some(({ target }) => target === "injured_joint") ? "by_injury" : "checkup",
      birthDateFromAge: columns.some(({ target }) => target === "age") && !columns.some(({ target }) => target === "birth_date"),
      dateOrder: dateOrderOf([...texts(columns, "measured_at"), ...texts(columns, "birth_date")]),
      m: meaningOfM(texts(columns, "sex")),
    },
  };
}

/** The original's columns end in `_walk`. */
function namedProtocol(header: readonly string[]): "walk" | "run" {
  const named = (word: RegExp) => header.some((name) => word.test(name));
  return named(/run/i) && !named(/walk/i) ? "run" : "walk";
}
