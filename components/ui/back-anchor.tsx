import { ArrowLeft } from "lucide";
import { Icon } from "./icon";

export type BackProps = { href: string; label: string };

export const backLook = "no-print -ms-1 flex min-h-11 w-fit items-center gap-1 rounded-md px-1 text-muted text-sm hover:text-ink";

export function BackLabel({ children }: { children: string }) {
  return (
    <>
      <Icon of={ArrowLeft} className="size-4" />
      {children}
    </>
  );
}

/** The way back on a public page: a link of the browser's own. */
export function BackAnchor({ href, label }: BackProps) {
  return (
    <a href={href} className={backLook}>
      <BackLabel>{label}</BackLabel>
    </a>
  );
}
