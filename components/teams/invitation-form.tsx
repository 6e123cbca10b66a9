"use client";

import { useTranslations } from "next-intl";
import { type AnsweredAction, idleForm } from "../athlete/form-state";
import { Outcome } from "../athlete/outcome";
import { useAnsweredForm } from "../athlete/use-answered-form";
import { ScopeChoice } from "../sharing/scope-choice";
import { Button } from "../ui/button";

export type InvitationFormProps = {
  action: AnsweredAction;
  team: string;
  /** What is accepted: to share, to take over a record and share or not, or to work in the team. */
  kind: "share" | "record" | "coach";
  /** Whether a record may be taken over without sharing it. */
  mayShareNothing?: boolean;
};

/** Says yes to an invitation. What the team may do is chosen by nobody but the person: nothing is chosen beforehand. */
export function InvitationForm({ action, team, kind, mayShareNothing = false }: InvitationFormProps) {
  const t = useTranslations("teams");
  const { form, state, formAction, submit, pending } = useAnsweredForm(action, idleForm, {
    fields: ["invitation-scope"],
    failed: t("problems.failed"),
  });
  const words = { share: "accept", record: "acceptRecord", coach: "acceptCoach" } as const;
  const nothing = { value: "none", label: t("invitation.none"), hint: t("invitation.noneHint") };
  return (
    <form ref={form} action={formAction} onSubmit={submit} noValidate className="grid max-w-prose gap-4">
      {kind !== "coach" && (
        <ScopeChoice
          id="invitation-scope"
          legend={t("invitation.choose", { team })}
          error={state.errors["invitation-scope"]}
          chosen={state.values.scope}
          more={mayShareNothing ? [nothing] : []}
        />
      )}
      <Outcome state={state} refused={t(kind === "coach" ? "invitation.notJoined" : "invitation.refused")} />
      <Button type="submit" className="w-fit" pending={pending}>
        {t(`invitation.${words[kind]}`)}
      </Button>
    </form>
  );
}
