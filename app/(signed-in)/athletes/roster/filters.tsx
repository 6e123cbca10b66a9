import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Disclosure } from "@/components/ui/disclosure";
import { Field } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { Select, type SelectOption } from "@/components/ui/select";
import { rosterSorts, usualDirection } from "@/lib/data/roster";
import { getTranslations } from "@/lib/i18n/server";
import { ageBands } from "@/lib/measurements/age-bands";
import { zones } from "@/lib/measurements/choices";
import { noFilters, type RosterChoice, rosterAddress } from "./choice";

type Props = { choice: RosterChoice; teamId: string };

/** Works without a script: the form's address is the choice. */
export async function RosterFilters({ choice, teamId }: Props) {
  const [t, common] = await Promise.all([getTranslations("roster"), getTranslations("common")]);
  const { filters, sort, direction } = choice;
  const select = (name: string, label: string, value: string, options: readonly SelectOption[], any?: string) => (
    <Field id={`roster-${name}`} label={label}>
      {(control) => <Select {...control} name={name} defaultValue={value} options={options} placeholder={any} />}
    </Field>
  );
  const filtered = Object.values(filters).some(Boolean);
  return (
    <form method="get" action="/athletes" aria-label={t("filter.title")} className="no-print grid gap-2">
      <input type="hidden" name="team" value={teamId} />
      {direction !== usualDirection[sort] && <input type="hidden" name="dir" value={direction} />}
      <Disclosure quiet summary={t("filter.title")} open={filtered}>
        <div className="grid grid-cols-2 items-end gap-x-4 gap-y-3 desk:grid-cols-4">
          {select(
            "sex",
            t("filter.sex"),
            filters.sex ?? "",
            (["female", "male"] as const).map((value) => ({ value, label: common(`sex.${value}`) })),
            t("filter.any"),
          )}
          {select(
            "age",
            t("filter.age"),
            filters.ageBand ?? "",
            ageBands.map(({ key, from, to }) => ({ value: key, label: to === null ? t("filter.from", { from }) : `${from}–${to}` })),
            t("filter.any"),
          )}
          {select(
            "zone",
            t("filter.zone"),
            filters.zone ?? "",
            zones.map((value) => ({ value, label: common(`zone.${value}`) })),
            t("filter.any"),
          )}
          {select(
            "sort",
            t("filter.sort"),
            sort,
            rosterSorts.map((value) => ({ value, label: t(`sort.${value}`) })),
          )}
        </div>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-1 pt-3">
          <Checkbox id="roster-flagged" name="flagged" value="1" label={t("filter.flagged")} defaultChecked={filters.flagged} />
          <Checkbox id="roster-overdue" name="overdue" value="1" label={t("filter.overdue")} defaultChecked={filters.overdue} />
          <Button type="submit" variant="secondary">
            {t("filter.apply")}
          </Button>
          {filtered && (
            <LinkButton variant="quiet" href={rosterAddress(choice, { filters: noFilters })}>
              {t("filter.reset")}
            </LinkButton>
          )}
        </div>
      </Disclosure>
    </form>
  );
}
