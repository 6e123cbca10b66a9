"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button";

/** A submit button that shows by itself that its form is on its way. */
export function SubmitButton(props: Omit<ButtonProps, "type" | "pending">) {
  const { pending, data } = useFormStatus();
  const mine = props.name === undefined || data?.get(props.name) === props.value;
  return <Button {...props} type="submit" pending={pending && mine} disabled={props.disabled || pending} />;
}
