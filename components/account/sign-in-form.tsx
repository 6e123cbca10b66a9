"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useRef, useState } from "react";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { GoogleButton } from "./google-button";
import { nextAuth } from "./next-auth";
import { PasskeyButton, type PasskeySignIn } from "./passkey-button";
import { PasswordField } from "./password-field";

export type SignInFormProps = { returnTo: string; google: boolean; googleFailed: boolean; passkey: PasskeySignIn; sharedHint: string };

type Outcome = "idle" | "pending" | "refused" | "failed" | "googleFailed";

export function SignInForm({ returnTo, google, googleFailed, passkey, sharedHint }: SignInFormProps) {
  const t = useTranslations("account.signIn");
  const forgot = useTranslations("account.forgot");
  const [outcome, setOutcome] = useState<Outcome>(googleFailed ? "googleFailed" : "idle");
  const message = useRef<HTMLDivElement>(null);
  const shared = useRef<HTMLInputElement>(null);

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
        <Checkbox id="shared" ref={shared} name="shared" value="yes" label={t("shared")} hint={sharedHint} />
        <Button type="submit" size="large" wide pending={pending}>
          {t("action")}
        </Button>
      </form>
      <PasskeyButton {...passkey} returnTo={returnTo} shared={() => shared.current?.checked ?? false} />
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
    const { signIn } = await nextAuth();
    const answer = await signIn("credentials", {
      redirect: false,
      email: String(form.get("email")),
      password: String(form.get("password")),
      shared: form.get("shared") === "yes" ? "yes" : "no",
    });
    if (answer?.ok) return "signedIn";
    return answer?.error === "CredentialsSignin" ? "refused" : "failed";
  } catch {
    return "failed";
  }
}
