import type { ReactNode } from "react";

/** Lines to copy; they break rather than run out of a narrow screen. */
export function CodeBlock({ children }: { children: ReactNode }) {
  return (
    <pre className="wrap-anywhere whitespace-pre-wrap rounded-md border bg-surface p-4 font-mono text-sm">
      <code>{children}</code>
    </pre>
  );
}

export function Code({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <code id={id} className="wrap-anywhere font-mono text-sm">
      {children}
    </code>
  );
}

/** A description, whose `words` are code. */
export function Described({ children = "" }: { children?: string }) {
  const parts = children.split("`").map((text, place) => ({ text, code: place % 2 === 1, key: `${place} ${text}` }));
  return parts.map(({ text, code, key }) => (code ? <Code key={key}>{text}</Code> : text));
}
