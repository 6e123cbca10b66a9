import { BackLabel, type BackProps, backLook } from "./back-anchor";
import { Link } from "./link";

/** The way back, in a page header. */
export function BackLink({ href, label }: BackProps) {
  return (
    <Link href={href} className={backLook}>
      <BackLabel>{label}</BackLabel>
    </Link>
  );
}
