import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { RadioGroup } from "@/components/ui/radio-group";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import type { AccessEntry, Look } from "@/lib/data/shared-access";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { chooseScope, endAccess } from "../actions";

/** The teams that see the viewer's record, each with who works there, what was looked at last, and the way out. */
export async function AccessSection({ access }: { access: readonly AccessEntry[] }) {
  const t = await getTranslations("sharing");
  return (
    <Section id="access" title={t("access.title")}>
      {access.length === 0 ? (
        <EmptyState title={t("empty.title")} action={<LinkButton href="#offer">{t("empty.action")}</LinkButton>}>
          <p>{t("empty.text")}</p>
        </EmptyState>
      ) : (
        <ul className="grid gap-4 desk:grid-cols-2">
          {access.map((entry) => (
            <li key={entry.teamId} className="min-w-0">
              <TeamCard entry={entry} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

async function TeamCard({ entry }: { entry: AccessEntry }) {
  const [t, format] = await Promise.all([getTranslations("sharing.access"), getRegionalFormatter()]);
  const { teamId, teamName, scope, since, members, lastLook } = entry;
  return (
    <Card className="grid h-full content-start gap-4">
      <div className="grid gap-1">
        <h3 className="break-words font-semibold">{teamName}</h3>
        <p>{t(scope, { date: format.dateTime(since, { dateStyle: "long", timeZone: "UTC" }) })}</p>
      </div>
      <dl className="grid gap-3 text-sm">
        <div>
          <dt className="text-muted">{t("members")}</dt>
          {members.length === 0 && <dd>{t("nobody")}</dd>}
          {members.map(({ name, role, since: joined }) => (
            <dd key={`${name} ${joined.toISOString()}`} className="break-words">
              {t("member", { name, role })}
            </dd>
          ))}
        </div>
        <div>
          <dt className="text-muted">{t("look.title")}</dt>
          <dd className="break-words">{lastLook ? <LastLook look={lastLook} /> : t("look.never")}</dd>
        </div>
      </dl>
      <form action={endAccess}>
        <input type="hidden" name="team" value={teamId} />
        <SubmitButton variant="secondary" aria-label={t("withdrawFrom", { team: teamName })}>
          {t("withdraw")}
        </SubmitButton>
      </form>
      <ScopeForm entry={entry} />
    </Card>
  );
}

async function LastLook({ look: { action, by, at } }: { look: Look }) {
  const [t, format] = await Promise.all([getTranslations("sharing.access.look"), getRegionalFormatter()]);
  return t(action, { name: by, date: format.dateTime(at, { dateStyle: "long", timeZone: "UTC" }) });
}

async function ScopeForm({ entry: { teamId, teamName, scope } }: { entry: AccessEntry }) {
  const t = await getTranslations("sharing");
  return (
    <Disclosure key={scope} quiet summary={t("access.change")}>
      <form action={chooseScope} className="grid gap-4">
        <input type="hidden" name="team" value={teamId} />
        <RadioGroup
          id={`scope-${teamId}`}
          name="scope"
          legend={t("access.changeOf", { team: teamName })}
          layout="list"
          defaultValue={scope}
          options={[
            { value: "view", label: t("scope.view"), hint: t("scopeHint.view") },
            { value: "record", label: t("scope.record"), hint: t("scopeHint.record") },
          ]}
        />
        <SubmitButton variant="secondary" size="small" className="w-fit">
          {t("access.save")}
        </SubmitButton>
      </form>
    </Disclosure>
  );
}
