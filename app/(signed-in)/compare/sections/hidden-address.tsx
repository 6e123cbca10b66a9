import type { CompareAddress } from "../address";

/** What a form of the page must not lose of its address. */
export function HiddenAddress({ address }: { address: CompareAddress }) {
  const { athletes, assessments, ...rest } = address;
  const fields = { athletes: athletes.join(","), assessments: assessments.join(","), ...rest };
  return Object.entries(fields).map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />);
}
