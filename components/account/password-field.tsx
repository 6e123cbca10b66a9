"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

export type PasswordFieldProps = { label: string; hint?: string; error?: string; autoComplete: "current-password" | "new-password" };

export function PasswordField({ label, hint, error, autoComplete }: PasswordFieldProps) {
  const t = useTranslations("account.password");
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
            aria-label={shown ? t("hideLabel") : t("showLabel")}
            aria-controls="password"
            onClick={() => setShown(!shown)}
          >
            {shown ? t("hide") : t("show")}
          </Button>
        </span>
      )}
    </Field>
  );
}
