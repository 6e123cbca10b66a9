"use client";

import { type ReactNode, useId, useRef } from "react";
import { Button, type ButtonProps } from "./button";
import { SubmitButton } from "./submit-button";

export type DialogProps = {
  trigger: ReactNode;
  triggerVariant?: ButtonProps["variant"];
  triggerSize?: ButtonProps["size"];
  title: string;
  closeLabel: string;
  description?: string;
  /** Beside the closing button. */
  actions?: ReactNode;
  children?: ReactNode;
};

export function Dialog({
  trigger,
  triggerVariant = "secondary",
  triggerSize,
  title,
  closeLabel,
  description,
  actions,
  children,
}: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  return (
    <>
      <Button variant={triggerVariant} size={triggerSize} aria-haspopup="dialog" onClick={() => ref.current?.showModal()}>
        {trigger}
      </Button>
      <dialog
        ref={ref}
        aria-labelledby={`${id}-title`}
        aria-describedby={description ? `${id}-description` : undefined}
        className="m-auto w-[min(30rem,calc(100vw-2rem))] rounded-lg border bg-surface p-4 text-ink shadow-lg sm:p-6"
      >
        <div className="grid gap-4">
          <h2 id={`${id}-title`} className="font-semibold text-base">
            {title}
          </h2>
          {description && (
            <p id={`${id}-description`} className="text-muted">
              {description}
            </p>
          )}
          {children}
          <div className="flex flex-wrap justify-end gap-2">
            <Button variant="secondary" onClick={() => ref.current?.close()}>
              {closeLabel}
            </Button>
            {actions}
          </div>
        </div>
      </dialog>
    </>
  );
}

export type ConfirmDialogProps = Omit<DialogProps, "actions" | "closeLabel"> & {
  /** A server action. It redirects or revalidates; the dialog asks, nothing more. */
  action: (form: FormData) => void | Promise<void>;
  confirmLabel: string;
  cancelLabel: string;
  /** Hidden fields sent with the action. */
  fields?: Readonly<Record<string, string>>;
  danger?: boolean;
};

export function ConfirmDialog({ action, confirmLabel, cancelLabel, fields = {}, danger = true, children, ...rest }: ConfirmDialogProps) {
  const formId = useId();
  return (
    <Dialog
      {...rest}
      closeLabel={cancelLabel}
      actions={
        <form id={formId} action={action}>
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <SubmitButton variant={danger ? "danger" : "primary"}>{confirmLabel}</SubmitButton>
        </form>
      }
    >
      {children}
    </Dialog>
  );
}
