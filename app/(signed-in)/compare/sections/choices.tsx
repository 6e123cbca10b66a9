import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { Comparison } from "@/lib/data/compare";
import { getTranslations } from "@/lib/i18n/server";
import { type CompareAddress, compareHref } from "../address";
import { HiddenAddress } from "./hidden-address";

type Props = { comparison: Comparison; address: CompareAddress };

/** The way of moving, and with whom everybody is compared. */
export async function Choices({ comparison, address }: Props) {
  const [t, common] = await Promise.all([getTranslations("compare.choices"), getTranslations("common.protocol")]);
  const { offered, protocol, reference, teams } = comparison;
  return (
    <div className="no-print grid gap-3">
      {offered.length > 1 && (
        <nav aria-label={t("protocol")} className="flex gap-2">
          {offered.map((each) => (
            <a
              key={each}
              href={compareHref(address, { protocol: each, metric: undefined })}
              aria-current={each === protocol ? "true" : undefined}
              className="flex min-h-11 items-center border-transparent border-b-2 px-2 text-muted aria-[current]:border-accent aria-[current]:text-ink"
            >
              {common(each)}
            </a>
          ))}
        </nav>
      )}
      {teams.length > 0 && (
        <form method="get" action="/compare" className="flex flex-wrap items-end gap-3">
          <HiddenAddress address={{ ...address, reference: undefined, team: undefined }} />
          <Field id="reference" label={t("reference")} className="min-w-0 max-w-full flex-1 sm:max-w-sm">
            {(control) => (
              <Select
                {...control}
                name="reference"
                defaultValue={reference.kind}
                options={(["team", "band", "everyone"] as const).map((kind) => ({ value: kind, label: t(kind) }))}
              />
            )}
          </Field>
          {teams.length > 1 && (
            <Field id="reference-team" label={t("whichTeam")} className="min-w-0 max-w-full flex-1 sm:max-w-sm">
              {(control) => (
                <Select
                  {...control}
                  name="team"
                  defaultValue={reference.team?.id ?? address.team ?? teams[0]?.id}
                  options={teams.map(({ id, name }) => ({ value: id, label: name }))}
                />
              )}
            </Field>
          )}
          <Button type="submit" variant="secondary">
            {t("apply")}
          </Button>
        </form>
      )}
    </div>
  );
}
