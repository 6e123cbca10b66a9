import { Arrival } from "@/components/sharing/arrival";
import { Alert } from "@/components/ui/alert";
import type { AccessEntry, FormerAccess } from "@/lib/data/shared-access";
import { getTranslations } from "@/lib/i18n/server";
import type { Done } from "../choice";
import { AgainForm } from "./again-form";

type Props = { done: Done; access: readonly AccessEntry[]; former: readonly FormerAccess[] };

/** What the person has just done; nothing where it is not so (an old address, a team that was never shared with). */
export async function DoneStatus({ done, access, former }: Props) {
  const t = await getTranslations("sharing.status");
  if (done.kind === "ended") {
    const ended = former.find(({ teamId }) => teamId === done.teamId);
    if (!ended) return null;
    return (
      <Arrival key={`ended ${ended.teamId}`}>
        <Alert tone="info" title={t("ended", { team: ended.teamName })}>
          <p>{t("endedText", { team: ended.teamName })}</p>
          <div className="pt-2">
            <AgainForm access={ended} />
          </div>
        </Alert>
      </Arrival>
    );
  }
  const team = done.kind === "shared" ? access.find(({ teamId }) => teamId === done.teamId)?.teamName : "";
  if (team === undefined) return null;
  return (
    <Arrival key={done.kind}>
      <Alert tone="info" title={t(done.kind, { team })}>
        <p>{t(`${done.kind}Text`)}</p>
      </Alert>
    </Arrival>
  );
}
