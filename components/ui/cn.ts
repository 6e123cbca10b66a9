/** Classes as one string, without those that do not hold. None may say otherwise than another: which of them holds is not decided by their order. */
export function cn(...classes: readonly (string | false | null | undefined)[]): string {
  return classes.filter(Boolean).join(" ");
}
