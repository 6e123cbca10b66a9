"use client";

import { Fragment, useId, useState } from "react";
import { cn } from "../../ui/cn";
import { Half } from "./half";
import { Leaders } from "./leaders";
import { box, labelHeights, silhouette, views, type ZoneName, zoneNames, zoneShapes } from "./shapes";
import type { BodyLabels, BodyZones } from "./types";

export type BodyPictureProps = { zones: BodyZones; labels: BodyLabels; initial: ZoneName | null };

export function BodyPicture({ zones, labels, initial }: BodyPictureProps) {
  const id = useId();
  const [selected, setSelected] = useState(initial);
  const shown = selected && zones[selected];
  return (
    <div className="mx-auto grid w-full max-w-[27.5rem] gap-4">
      <div className="relative" style={{ aspectRatio: `${box.width} / ${box.height}` }}>
        <svg viewBox={`0 0 ${box.width} ${box.height}`} aria-hidden="true" className="absolute inset-0 size-full">
          <defs>
            <pattern id={`${id}-hatch`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="6" height="6" className="fill-surface" />
              <line x1="0" y1="0" x2="0" y2="6" className="stroke-reference" strokeWidth={1} />
            </pattern>
            {views.map((view) => (
              <Fragment key={view}>
                <clipPath id={`${id}-${view}`}>
                  <path d={silhouette[view]} />
                </clipPath>
                <clipPath id={`${id}-${view}-selected`}>
                  <path d={(selected && zoneShapes[view][selected]) ?? ""} />
                </clipPath>
              </Fragment>
            ))}
          </defs>
          <Leaders selected={selected} />
          {views.map((view) => (
            <g key={view} transform={`translate(${box.middle[view]} 0)`}>
              {[false, true].map((mirrored) => (
                <Half
                  key={String(mirrored)}
                  id={id}
                  view={view}
                  mirrored={mirrored}
                  zones={zones}
                  selected={selected}
                  onSelect={setSelected}
                />
              ))}
            </g>
          ))}
        </svg>
        {views.map((view) => (
          <span
            key={view}
            aria-hidden="true"
            style={{ left: `${(100 * box.middle[view]) / box.width}%` }}
            className="absolute bottom-0 -translate-x-1/2 text-muted"
          >
            {labels[view]}
          </span>
        ))}
        {zoneNames.map((name) => {
          const zone = zones[name];
          return (
            <button
              key={name}
              type="button"
              aria-pressed={selected === name}
              aria-controls={`${id}-sentence`}
              onClick={() => setSelected(name)}
              style={{ top: `${(100 * labelHeights[name]) / box.height}%` }}
              className={cn(
                "absolute start-[36.25%] grid w-[27.5%] min-h-8 -translate-y-1/2 content-center rounded-md text-center leading-4 hover:bg-accent-surface min-[23rem]:min-h-9 min-[26rem]:min-h-11 min-[26rem]:leading-5",
                selected === name && "bg-accent-surface",
              )}
            >
              <span className="font-medium">{zone.label}</span>
              {zone.state === "assessed" ? (
                <span className="text-muted">{labels.share.replace("{share}", String(zone.share))}</span>
              ) : (
                <span className="sr-only">, {labels.notAssessed}</span>
              )}
            </button>
          );
        })}
      </div>
      <p
        id={`${id}-sentence`}
        aria-live="polite"
        className={cn("min-h-18 rounded-md border bg-surface px-4 py-3 text-base", !shown && "no-print")}
      >
        {shown ? (
          <>
            <strong className="font-semibold">{shown.label}.</strong> {shown.sentence}
          </>
        ) : (
          <span className="text-muted">{labels.prompt}</span>
        )}
      </p>
    </div>
  );
}
