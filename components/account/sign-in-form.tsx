"use client";

import Link from "next/link";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useRef, useState } from "react";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { GoogleButton } from "./google-button";
import { PasswordField } from "./password-field";

export type SignInFormProps = { returnTo: string; google: boolean; googleFailed: boolean };

type Outcome = "idle" | "pending" | "refused" | "failed" | "googleFailed";

export function SignInForm({ returnTo, google, googleFailed }: SignInFormProps) {
  const t = useTranslations("account.signIn");
  const forgot = useTranslations("account.forgot");
  const [outcome, setOutcome] = useState<Outcome>(googleFailed ? "googleFailed" : "idle");
  const message = useRef<HTMLDivElement>(null);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setOutcome("pending");
    const result = await trySignIn(form);
    if (result === "signedIn") window.location.assign(returnTo);
    else {
      setOutcome(result);
      message.current?.focus();
    }
  };

  const pending = outcome === "pending";
  return (
    <div className="grid gap-6">
      <div ref={message} tabIndex={-1} className="outline-none empty:hidden">
        {outcome !== "idle" && !pending && (
          <Alert tone="error" live>
            <p>{t(outcome)}</p>
          </Alert>
        )}
      </div>
      <form method="post" onSubmit={submit} className="grid gap-5">
        <Field id="email" label={t("email")}>
          {(control) => (
            <Input {...control} name="email" type="email" inputMode="email" autoComplete="username" autoCapitalize="none" required />
          )}
        </Field>
        <PasswordField label={t("password")} autoComplete="current-password" />
        <Button type="submit" size="large" wide pending={pending}>
          {t("action")}
        </Button>
      </form>
      {google && (
        <>
          <p className="flex items-center gap-4 text-muted text-sm before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
            {t("or")}
          </p>
          <GoogleButton label={t("google")} returnTo={returnTo} />
        </>
      )}
      <Link href="/forgot" className="prose-link flex min-h-11 w-fit items-center">
        {forgot("link")}
      </Link>
      <p>
        {t("none")}{" "}
        <Link href={`/sign-up?callbackUrl=${encodeURIComponent(returnTo)}`} className="prose-link">
          {t("create")}
        </Link>
      </p>
    </div>
  );
}

async function trySignIn(form: FormData): Promise<"signedIn" | "refused" | "failed"> {
  if (!navigator.onLine) return "failed";
  try {
    const answer = await signIn("credentials", {
      redirect: false,
      email: String(form.get("email")),
      password: String(form.get("password")),
    });
    if (answer?.ok) return "signedIn";
    return answer?.error === "CredentialsSignin" ? "refused" : "failed";
  } catch {
    return "failed";
  }
}
