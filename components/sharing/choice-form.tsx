"use client";

import type { ReactNode } from "react";
import { type AnsweredAction, idleForm } from "../athlete/form-state";
import { Outcome } from "../athlete/outcome";
import { useAnsweredForm } from "../athlete/use-answered-form";
import { Button } from "../ui/button";
import { RadioGroup, type RadioOption } from "../ui/radio-group";

export type ChoiceFormProps = {
  action: AnsweredAction;
  /** What is to be chosen; nothing where the button alone says it. */
  choice?: { name: string; legend: string; options: readonly RadioOption[]; chosen?: string };
  words: { accept: string; refused: string; failed: string };
  /** Beside the button: the way to say no. */
  children?: ReactNode;
};

/** A yes to something, with how far it goes. Nothing is chosen beforehand unless the page says so. */
export function ChoiceForm({ action, choice, words, children }: ChoiceFormProps) {
  const { form, state, formAction, submit, pending } = useAnsweredForm(action, idleForm, {
    fields: choice ? [choice.name] : [],
    failed: words.failed,
  });
  return (
    <form ref={form} action={formAction} onSubmit={submit} noValidate className="grid max-w-prose gap-4">
      {choice && (
        <RadioGroup
          id={choice.name}
          name={choice.name}
          legend={choice.legend}
          options={choice.options}
          defaultValue={state.values[choice.name] ?? choice.chosen}
          error={state.errors[choice.name]}
          layout="list"
        />
      )}
      <Outcome state={state} refused={words.refused} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" pending={pending}>
          {words.accept}
        </Button>
        {children}
      </div>
    </form>
  );
}
