"use client";

import { useState } from "react";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import type { Words } from "./words";

export type PasswordWords = Words<"show" | "hide" | "showLabel" | "hideLabel">;
export type PasswordFieldProps = {
  words: PasswordWords;
  label: string;
  hint?: string;
  error?: string;
  autoComplete: "current-password" | "new-password";
};

export function PasswordField({ words, label, hint, error, autoComplete }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <Field id="password" label={label} hint={hint} error={error}>
      {(control) => (
        <span className="relative block">
          <Input
            {...control}
            name="password"
            type={shown ? "text" : "password"}
            autoComplete={autoComplete}
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            required
            className="pe-24"
          />
          <Button
            variant="quiet"
            size="small"
            className="absolute end-0.5 top-0.5"
            aria-pressed={shown}
            aria-label={shown ? words.hideLabel : words.showLabel}
            aria-controls="password"
            onClick={() => setShown(!shown)}
          >
            {shown ? words.hide : words.show}
          </Button>
        </span>
      )}
    </Field>
  );
}
