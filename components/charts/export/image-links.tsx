"use client";

import { Download } from "lucide";
import { type MouseEvent, useState } from "react";
import { Icon } from "../../ui/icon";
import { downloadLink } from "../download-link";
import type { ChartText } from "../types";

export type ImageLinksProps = { title: string; fileName: string; labels: NonNullable<ChartText["imageLabel"]> };

const kinds = ["svg", "png"] as const;

/** Turns the picture of the figure it stands in into a file, in the browser; the code for it comes with the first press. */
export function ImageLinks({ title, fileName, labels }: ImageLinksProps) {
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");

  async function download(event: MouseEvent<HTMLButtonElement>, kind: (typeof kinds)[number]) {
    const figure = event.currentTarget.closest("figure");
    setState("busy");
    try {
      const { saveImage } = await import("./save-image");
      const saved = figure !== null && (await saveImage(figure, { title, fileName, kind }));
      setState(saved ? "idle" : "failed");
    } catch {
      setState("failed");
    }
  }

  return (
    <>
      {kinds.map((kind) => (
        <button key={kind} type="button" disabled={state === "busy"} onClick={(event) => download(event, kind)} className={downloadLink}>
          <Icon of={Download} className="size-4" />
          {labels[kind]}
        </button>
      ))}
      <p role="status" className="w-full text-sm">
        {state === "failed" && labels.failed}
      </p>
    </>
  );
}
