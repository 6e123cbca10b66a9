import type { ReactNode } from "react";

/** Tags that a message may hold. */
export const prose = {
  p: (chunks: ReactNode) => <p>{chunks}</p>,
  strong: (chunks: ReactNode) => <strong className="font-semibold">{chunks}</strong>,
};

export function linkTo(href: string) {
  return (chunks: ReactNode) => (
    <a href={href} className="prose-link">
      {chunks}
    </a>
  );
}

/** To a page that is not ours. */
export function linkOut(href: string) {
  return (chunks: ReactNode) => (
    <a href={href} rel="noreferrer" className="prose-link">
      {chunks}
    </a>
  );
}
