import { Checkbox } from "../ui/checkbox";
import type { Words } from "./words";

const points = ["what", "why", "who", "withdraw"] as const;

export type ConsentWords = { title: string; processing: Words<(typeof points)[number] | "more" | "label"> };

export function Consent({ words: { title, processing }, error, given }: { words: ConsentWords; error?: string; given: boolean }) {
  return (
    <section aria-labelledby="consent-title" className="grid gap-3 rounded-lg border bg-surface p-4">
      <h2 id="consent-title" className="font-medium text-base">
        {title}
      </h2>
      <ul className="grid gap-2 text-sm">
        {points.map((point) => (
          <li key={point}>{processing[point]}</li>
        ))}
      </ul>
      <a href="/privacy" target="_blank" className="prose-link w-fit text-sm" rel="noopener">
        {processing.more}
      </a>
      <Checkbox id="consent" name="consent" value="yes" label={processing.label} error={error} required defaultChecked={given} />
    </section>
  );
}
