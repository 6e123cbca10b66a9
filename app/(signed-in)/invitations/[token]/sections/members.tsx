import { Section } from "@/components/ui/section";
import { getTranslations } from "@/lib/i18n/server";
import type { OpenInvitation } from "./types";

/** Who works in the team at present, by name. */
export async function Members({ members, later }: { members: OpenInvitation["members"]; later?: string }) {
  const t = await getTranslations("teams.invitation");
  return (
    <Section id="members" title={t("members")}>
      <ul className="grid gap-1">
        {members.map(({ name, role }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may bear one name, and the list is drawn once
          <li key={index} className="break-words">
            {t("member", { name, role })}
          </li>
        ))}
      </ul>
      {later && <p className="max-w-prose text-muted text-sm">{later}</p>}
    </Section>
  );
}
