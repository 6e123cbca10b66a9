import "server-only";
import { type CohortScope, leastOfGroup } from "./cohort-people";

/** A group as counted: all its people, and those whom the viewer cannot look up otherwise. */
export type Counted = { people: number; strangers: number };

/** From how many people on the ends of a distribution are more than one person's value. */
export const leastForEnds = 20;

/** Whether a group may be seen by who may not see its people. */
export function isGroup({ people, strangers }: Counted): boolean {
  return people >= leastOfGroup && (strangers === 0 || strangers >= leastOfGroup);
}

/**
 * Which groups may be shown beside the whole they add up to: those that are groups by themselves, less the smallest of them
 * while what is hidden, which the whole minus the shown gives away, is no group together. People in no group are none to hide.
 */
export function shownGroups<Group extends Counted>(groups: readonly Group[]): { shown: Group[]; hidden: Group[] } {
  const inhabited = groups.filter(({ people }) => people > 0);
  const bySize = inhabited.filter(isGroup).toSorted((one, other) => other.people - one.people);
  const hidden = new Set(inhabited.filter((group) => !isGroup(group)));
  while (hidden.size > 0 && !isGroup(together([...hidden]))) {
    const smallest = bySize.pop();
    if (smallest === undefined) break;
    hidden.add(smallest);
  }
  return { shown: inhabited.filter((group) => !hidden.has(group)), hidden: inhabited.filter((group) => hidden.has(group)) };
}

/** Of people whom the viewer may look up, every group; of everyone, {@link shownGroups}. */
export function visibleGroups<Group extends Counted>(scope: CohortScope, groups: readonly Group[]): { shown: Group[]; hidden: Group[] } {
  return scope.kind === "everyone" ? shownGroups(groups) : { shown: groups.filter(({ people }) => people > 0), hidden: [] };
}

/** Of everyone, the people in fives, rounded down: two answers that differ by one person read the same. */
export function statedCount(scope: CohortScope, people: number): number {
  return scope.kind === "everyone" ? people - (people % leastOfGroup) : people;
}

/** Of everyone, a value rounded to a step of 1, 2 or 5 of about a twentieth of its spread; else the value. */
export function statedValue(scope: CohortScope, value: number, spread: number): number {
  if (scope.kind !== "everyone" || !(spread > 0)) return value;
  const decade = 10 ** Math.floor(Math.log10(spread / 20));
  const step = [1, 2, 5, 10].find((factor) => factor * decade >= spread / 20) ?? 10;
  return Number((Math.round(value / (step * decade)) * step * decade).toPrecision(12));
}

/** Groups as one. */
export function together(groups: readonly Counted[]): Counted {
  return {
    people: groups.reduce((sum, { people }) => sum + people, 0),
    strangers: groups.reduce((sum, { strangers }) => sum + strangers, 0),
  };
}
