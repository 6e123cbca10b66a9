import { DataTable } from "@/components/ui/data-table";
import { ConfirmDialog } from "@/components/ui/dialog";
import { Section } from "@/components/ui/section";
import type { TeamDetail, TeamMember } from "@/lib/data/teams";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { endMembership, promoteMember } from "../actions";

/** Who works in the team, with what the viewer may do about each. */
export async function MemberSection({ team }: { team: TeamDetail }) {
  const [t, safety, format] = await Promise.all([getTranslations("teams"), getTranslations("security.team"), getRegionalFormatter()]);
  const owners = team.members.filter(({ role }) => role === "owner");
  const soleOwner = team.role === "owner" && owners.length === 1;
  return (
    <Section id="members" title={t("members.title")} lead={t("members.lead")}>
      <DataTable
        caption={t("members.caption")}
        hideCaption
        columns={[
          { key: "name", label: t("members.name") },
          { key: "role", label: t("members.role") },
          { key: "since", label: t("members.since") },
          ...(team.role === "owner" ? [{ key: "secondFactor", label: safety("column") }] : []),
          { key: "actions", label: t("members.actions"), hideLabel: true, align: "end" },
        ]}
        rows={team.members.map((member) => ({
          id: member.userId,
          cells: {
            name: member.self ? t("members.you", { name: member.name }) : member.name,
            role: t(`role.${member.role}`),
            since: (
              <time dateTime={member.since.toISOString()}>{format.dateTime(member.since, { dateStyle: "medium", timeZone: "UTC" })}</time>
            ),
            secondFactor: member.secondFactor ? safety("has") : safety("hasNot"),
            actions: <MemberActions team={team} member={member} soleOwner={soleOwner} />,
          },
        }))}
      />
      {soleOwner && <p className="text-muted text-sm">{t("members.lastOwner")}</p>}
    </Section>
  );
}

async function MemberActions({ team, member, soleOwner }: { team: TeamDetail; member: TeamMember; soleOwner: boolean }) {
  const [t, common] = await Promise.all([getTranslations("teams.members"), getTranslations("common")]);
  const { name } = member;
  const shared = {
    fields: { team: team.id, member: member.userId },
    cancelLabel: common("cancel"),
    triggerSize: "small",
    triggerVariant: "quiet",
  } as const;
  if (member.self) {
    if (soleOwner) return null;
    return (
      <ConfirmDialog
        {...shared}
        trigger={t("leave")}
        title={t("leaveTitle", { team: team.name })}
        description={t("leaveText")}
        action={endMembership}
        confirmLabel={t("leave")}
      />
    );
  }
  if (team.role !== "owner") return null;
  return (
    <span className="flex flex-wrap justify-end gap-1 max-sm:justify-start">
      {member.role === "coach" && (
        <ConfirmDialog
          {...shared}
          trigger={t("promote")}
          title={t("promoteTitle", { name })}
          description={t("promoteText")}
          action={promoteMember}
          confirmLabel={t("promote")}
          danger={false}
        />
      )}
      <ConfirmDialog
        {...shared}
        trigger={t("remove")}
        title={t("removeTitle", { name })}
        description={t("removeText", { name })}
        action={endMembership}
        confirmLabel={t("remove")}
      />
    </span>
  );
}
