import { CircleX } from "lucide";
import { Icon } from "./icon";

export function Hint({ id, children }: { id: string; children: string }) {
  return (
    <p id={`${id}-hint`} className="text-muted text-sm">
      {children}
    </p>
  );
}

export function FieldError({ id, children }: { id: string; children: string }) {
  return (
    <p id={`${id}-error`} className="flex gap-2 text-danger text-sm">
      <Icon of={CircleX} className="mt-0.5 size-4 shrink-0" />
      <span>{children}</span>
    </p>
  );
}
