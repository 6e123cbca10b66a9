"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { type SubmitEvent, useRef, useState } from "react";
import { focusField } from "../account/focus-field";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select, type SelectOption } from "../ui/select";

type Problem = "noFile" | "tooLarge" | "failed" | "signedOut" | "notPermitted" | "tooMany";

export type UploadFormProps = {
  /** Who brings it in. */
  owner: string;
  /** Where to: a team's id, or "" for the person's own record. */
  places: readonly SelectOption[];
  place: string;
  mostBytes: number;
  begin: (asked: {
    owner: string;
    team: string | null;
    fileName: string;
  }) => Promise<{ id: string } | { problem: "signedOut" | "notPermitted" | "tooMany" }>;
  finish: (asked: { id: string; timeZone: string }) => Promise<{ problem?: "signedOut" }>;
};

const pieceBytes = 512 * 1024;
const triesOfPiece = 4;

/** Sends a file piece by piece, so that a bad connection costs a piece and not the file. */
export function UploadForm({ owner, places, place, mostBytes, begin, finish }: UploadFormProps) {
  const t = useTranslations("import.upload");
  const format = useFormatter();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [sent, setSent] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const refuse = (what: Problem) => {
    setSent(null);
    setProblem(what);
    if (what === "noFile" || what === "tooLarge") focusField("file");
  };
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const file = data.get("file");
    if (!(file instanceof File) || file.name === "") return refuse("noFile");
    if (file.size > mostBytes) return refuse("tooLarge");
    setProblem(null);
    setSent(0);
    try {
      const begun = await begin({ owner, team: String(data.get("into") ?? "") || null, fileName: file.name });
      if ("problem" in begun) return refuse(begun.problem);
      for (let position = 0; position * pieceBytes < file.size; position++) {
        await sendPiece(`/import/${begun.id}/pieces/${position}`, file.slice(position * pieceBytes, (position + 1) * pieceBytes));
        setSent(Math.min(1, ((position + 1) * pieceBytes) / file.size));
      }
      const finished = await finish({ id: begun.id, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone });
      if (finished.problem) return refuse(finished.problem);
      router.push(`/import/${begun.id}`);
    } catch {
      refuse("failed");
    }
  };

  const beside = problem === "noFile" || problem === "tooLarge" ? t(problem) : undefined;
  return (
    <form ref={form} onSubmit={submit} noValidate className="grid max-w-prose gap-6">
      {places.length > 1 ? (
        <Field id="into" label={t("into")}>
          {(control) => <Select {...control} name="into" options={places} defaultValue={place} />}
        </Field>
      ) : (
        <input type="hidden" name="into" value={place} readOnly />
      )}
      <Field id="file" label={t("file")} hint={t("hint")} error={beside}>
        {(control) => (
          <Input
            {...control}
            type="file"
            name="file"
            accept=".csv,.txt,.tsv,.fit,text/csv,text/plain"
            className="py-2 file:me-3 file:rounded-sm file:border file:border-edge file:bg-surface file:px-3 file:py-1 file:text-ink"
          />
        )}
      </Field>
      {problem && !beside && (
        <Alert tone="error" live>
          <p>{t(problem)}</p>
        </Alert>
      )}
      <noscript>{t("needsScript")}</noscript>
      <div className="grid gap-3">
        <Button type="submit" size="large" className="w-fit max-sm:w-full" pending={sent !== null}>
          {sent === null ? t("action") : t("sending", { percent: format.number(sent, { style: "percent" }) })}
        </Button>
        <p className="text-muted text-sm">{t("note")}</p>
      </div>
    </form>
  );
}

async function sendPiece(address: string, piece: Blob): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const status = await fetch(address, { method: "PUT", body: piece }).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 204) return;
    if (attempt === triesOfPiece || (status >= 400 && status < 500)) throw new Error(`a piece was answered with ${status}`);
    await new Promise((resolve) => setTimeout(resolve, 500 * attempt));
  }
}
