import type { AnswerView, FormValues, Need } from "./types";

/** What an answer still lacks, of what was entered. */
export function lackingNeeds(answer: Pick<AnswerView, "needs">, values: FormValues): Need[] {
  const has = (column: string) => (values[column]?.trim() ?? "") !== "";
  return answer.needs.filter((need) => !need.ways.some((way) => way.every(has)));
}

/** Needs in words: by name, and by number where a group lacks more than a few. */
export function describeNeeds(needs: readonly Need[], many: (count: number, group: Need["group"]) => string): string[] {
  const groups = [...new Set(needs.map((need) => need.group))];
  return groups.flatMap((group) => {
    const ofGroup = needs.filter((need) => need.group === group);
    return ofGroup.length > 3 ? [many(ofGroup.length, group)] : ofGroup.map((need) => inSentence(need.label));
  });
}

/** A label within a sentence; an abbreviation keeps its capitals. */
function inSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLocaleLowerCase() + label.slice(1) : label;
}
