"use client";

import { type SubmitEvent, useRef, useState } from "react";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { GoogleButton } from "./google-button";
import { nextAuth } from "./next-auth";
import { PasskeyButton, type PasskeySignIn, type PasskeyWords } from "./passkey-button";
import { PasswordField, type PasswordWords } from "./password-field";
import type { Words } from "./words";

type Key = "email" | "password" | "shared" | "sharedHint" | "action" | "or" | "google" | "forgot" | "none" | "create";
export type SignInWords = Words<Key | "refused" | "failed" | "googleFailed"> & { passwordField: PasswordWords; passkey: PasskeyWords };
export type SignInFormProps = { words: SignInWords; returnTo: string; google: boolean; googleFailed: boolean; passkey: PasskeySignIn };

type Outcome = "idle" | "pending" | "refused" | "failed" | "googleFailed";

export function SignInForm({ words, returnTo, google, googleFailed, passkey }: SignInFormProps) {
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
            <p>{words[outcome]}</p>
          </Alert>
        )}
      </div>
      <form method="post" onSubmit={submit} className="grid gap-5">
        <Field id="email" label={words.email}>
          {(control) => (
            <Input {...control} name="email" type="email" inputMode="email" autoComplete="username" autoCapitalize="none" required />
          )}
        </Field>
        <PasswordField words={words.passwordField} label={words.password} autoComplete="current-password" />
        <Checkbox id="shared" ref={shared} name="shared" value="yes" label={words.shared} hint={words.sharedHint} />
        <Button type="submit" size="large" wide pending={pending}>
          {words.action}
        </Button>
      </form>
      <PasskeyButton {...passkey} words={words.passkey} returnTo={returnTo} shared={() => shared.current?.checked ?? false} />
      {google && (
        <>
          <p className="flex items-center gap-4 text-muted text-sm before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
            {words.or}
          </p>
          <GoogleButton label={words.google} returnTo={returnTo} shared={() => shared.current?.checked ?? false} />
        </>
      )}
      <a href="/forgot" className="prose-link flex min-h-11 w-fit items-center">
        {words.forgot}
      </a>
      <p>
        {words.none}{" "}
        <a href={`/sign-up?callbackUrl=${encodeURIComponent(returnTo)}`} className="prose-link">
          {words.create}
        </a>
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
