import { AnchorButton } from "../ui/anchor-button";
import { Badge } from "../ui/badge";
import { Card } from "../ui/card";

export type ModelSummaryProps = {
  href: string;
  title: string;
  summary: string;
  protocol: string;
  from: { label: string; text: string };
  sure: { label: string; sentences: readonly string[] };
  /** "See the card" and, for those who hear it out of place, of which model. */
  open: { text: string; name: string };
};

/** A model in a list: what it answers, from what, how surely. */
export function ModelSummary({ href, title, summary, protocol, from, sure, open }: ModelSummaryProps) {
  return (
    <Card className="grid content-start gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h3>{title}</h3>
        <Badge>{protocol}</Badge>
      </div>
      <p className="max-w-prose">{summary}</p>
      <dl className="grid max-w-prose gap-3 text-sm">
        <div>
          <dt className="text-muted">{sure.label}</dt>
          <dd>{sure.sentences.join(" ")}</dd>
        </div>
        <div>
          <dt className="text-muted">{from.label}</dt>
          <dd className="first-letter:uppercase">{from.text}</dd>
        </div>
      </dl>
      <div className="self-end pt-1">
        <AnchorButton href={href} variant="secondary" size="small" aria-label={open.name}>
          {open.text}
        </AnchorButton>
      </div>
    </Card>
  );
}
