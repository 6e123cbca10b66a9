import NextLink from "next/link";
import type { ComponentProps } from "react";

export type LinkProps = Omit<ComponentProps<typeof NextLink>, "prefetch">;

/**
 * Leads on without a new document. Nothing is asked for ahead: every page is made for who asks and when they ask, so a request per
 * link on the screen would keep server and phone busy for nothing.
 */
export function Link(props: LinkProps) {
  return <NextLink {...props} prefetch={false} />;
}
