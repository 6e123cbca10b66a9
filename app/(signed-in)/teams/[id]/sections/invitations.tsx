import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import type { InvitationEntry } from "@/lib/data/invitations";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { endInvitation } from "../actions";

type Props = { teamId: string; invitations: readonly InvitationEntry[] };

/** The team's invitations and what became of them. */
export async function InvitationSection({ teamId, invitations }: Props) {
  const [t, format] = await Promise.all([getTranslations("teams.invitations"), getRegionalFormatter()]);
  const day = (date: Date) => format.dateTime(date, { dateStyle: "medium", timeZone: "UTC" });
  const whom = ({ email, role, athlete }: InvitationEntry) => {
    const kind = athlete ? t("record", { name: athlete.name }) : t(role === null ? "athlete" : "coach");
    return email ? `${kind} · ${email}` : kind;
  };
  const state = ({ state: is, acceptedBy, expiresAt }: InvitationEntry) => {
    if (is === "accepted") return acceptedBy ? t("accepted", { name: acceptedBy }) : t("acceptedGone");
    return is === "open" || is === "expired" ? t(is, { date: day(expiresAt) }) : t(is);
  };
  if (invitations.length === 0) {
    return (
      <Section id="invitations" title={t("title")}>
        <p className="text-muted">{t("empty")}</p>
      </Section>
    );
  }
  return (
    <Section id="invitations" title={t("title")} lead={t("lead")}>
      <DataTable
        caption={t("caption")}
        hideCaption
        columns={[
          { key: "for", label: t("for"), wrap: true },
          { key: "state", label: t("state"), wrap: true },
          { key: "by", label: t("by") },
          { key: "actions", label: t("actions"), hideLabel: true, align: "end" },
        ]}
        rows={invitations.map((invitation) => ({
          id: invitation.id,
          cells: {
            for: (
              <span className="break-words">
                {invitation.athlete ? (
                  <Link className="prose-link" href={`/athletes/${invitation.athlete.id}`}>
                    {whom(invitation)}
                  </Link>
                ) : (
                  whom(invitation)
                )}
              </span>
            ),
            state: state(invitation),
            by: t("madeBy", { date: day(invitation.createdAt), name: invitation.createdBy }),
            actions: invitation.mayRevoke && (
              <form action={endInvitation}>
                <input type="hidden" name="team" value={teamId} />
                <input type="hidden" name="invitation" value={invitation.id} />
                <SubmitButton
                  variant="quiet"
                  size="small"
                  aria-label={t("revokeOf", { whom: whom(invitation), date: day(invitation.createdAt) })}
                >
                  {t("revoke")}
                </SubmitButton>
              </form>
            ),
          },
        }))}
      />
    </Section>
  );
}
