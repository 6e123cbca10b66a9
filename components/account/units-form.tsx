"use client";

import { type SubmitEvent, useActionState, useState, useTransition } from "react";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Select, type SelectOption } from "../ui/select";

export type UnitsFormState = "idle" | "saved" | "failed";
export type UnitsFormProps = {
  action: (previous: UnitsFormState, form: FormData) => Promise<UnitsFormState>;
  fields: readonly { name: string; label: string; chosen: string; options: readonly SelectOption[] }[];
  words: { save: string; saved: string; failed: string };
};

export function UnitsForm({ action, fields, words }: UnitsFormProps) {
  const [posted, formAction] = useActionState(action, "idle");
  const [answered, setAnswered] = useState<UnitsFormState | null>(null);
  const [pending, startTransition] = useTransition();
  const state = answered ?? posted;

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(async () => setAnswered(await action("idle", form).catch(() => "failed" as const)));
  };
  return (
    <form action={formAction} onSubmit={submit} onChange={() => setAnswered("idle")} className="grid gap-5">
      <div className="grid gap-5 desk:grid-cols-2">
        {fields.map(({ name, label, chosen, options }) => (
          <Field key={name} id={name} label={label}>
            {(control) => <Select {...control} name={name} options={options} defaultValue={chosen} />}
          </Field>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" pending={pending}>
          {words.save}
        </Button>
        <p role="status" className={state === "failed" ? "text-danger" : "text-muted"}>
          {state === "idle" ? "" : words[state]}
        </p>
      </div>
    </form>
  );
}
