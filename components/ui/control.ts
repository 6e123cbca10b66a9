import { cva } from "class-variance-authority";

export const controlVariants = cva(
  "min-h-12 w-full min-w-0 rounded-md border border-edge bg-surface px-3 text-base text-ink transition-colors placeholder:text-muted hover:border-ink focus-visible:border-accent focus-visible:outline-offset-0 disabled:bg-paper disabled:text-muted aria-invalid:border-danger",
);

export type ControlWiring = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

export function wireControl(id: string, hint: string | undefined, error: string | undefined): ControlWiring {
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return { id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined };
}
