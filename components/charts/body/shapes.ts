/**
 * The figure's geometry. Each path is one half of the body: x is the distance from the middle line, y goes from the crown (6) to the sole (434).
 * The other half is its mirror image, so the figure is symmetric by construction.
 */
export const zoneNames = ["back", "hip", "thigh", "knee", "leg", "ankle", "foot"] as const;
export type ZoneName = (typeof zoneNames)[number];
export const views = ["front", "back"] as const;
export type View = (typeof views)[number];

export const box = { width: 372, height: 462, middle: { front: 68, back: 304 } } as const;

const upper =
  "M0 6C12.5 6 20 15 20 29C20 41 16.5 49.5 11.6 54.8C11 60 11 65.5 11.8 70C14.5 76.5 26 79.5 37 83C47.5 86.6 52 95.5 52.8 108C53.6 124 55 137 57 149C59.6 164 61.6 181 62.6 195C63.3 201 65.6 206 66 214C66.6 225 63.4 236 59.6 235.6C56.8 235.3 56.6 230 56 226C54 225.4 52.6 222 52.8 217C53 210 55 204 54.6 197C52.4 184 47.6 170 45 156C43 144 41.4 132 40 118";
const torso = "C39.4 133 32.6 141 32.6 155C32.6 170 37 180 38.4 194";
const legs = {
  front:
    "C40.6 212 38.6 238 35 262C33 276 31 284 30.5 294C30 304 30.4 311 31.2 320C33.6 338 31.8 360 27.2 382C25.6 389 24.8 396 25.2 403C26 408.5 29 413 31.6 419C34 425.6 32.6 431.4 27 432.4C24 433 20 433 17 432.4C12.6 431.8 11.4 428 12 423C12.6 416 13.6 409 13.2 402C12.8 388 8 364 7.6 344C7.4 332 9 322 9 312C9 302 8 292 7 280C5 258 3.4 240 1.8 222C1.4 220 .8 219 0 219",
  back: "C41 212 39 238 35 262C33 276 31 284 30.5 294C30 304 30.2 310 31 318C34.6 336 32.8 358 27 382C25.4 389 24.6 396 25 403C25.4 409 27.8 415 28.4 421C28.8 428 27 431.6 23 432.4C21 432.8 19 432.8 17 432.4C13 431.8 11.4 428 11.8 421C12.2 414 13.6 409 13.2 402C12.8 388 7.6 362 7.2 342C7.2 330 9 320 9 312C9 302 8 292 7 280C5 258 3.4 240 1.8 224C1.4 222 .8 221 0 221",
} as const;

/** Open along the middle line: filling closes it, stroking leaves no seam. */
export const silhouette: Readonly<Record<View, string>> = { front: upper + torso + legs.front, back: upper + torso + legs.back };

/** Zones reach past the outline and are cut by it. */
export const zoneShapes: Readonly<Record<View, Partial<Record<ZoneName, string>>>> = {
  front: {
    hip: "M0 196C12 190 26 182 46 178V240C34 236 14 226 0 217Z",
    thigh: "M0 217C14 226 34 236 46 240V286C36 282 30 282 20 284C12 286 8 288 0 286Z",
    knee: "M0 286C8 288 12 286 20 284C30 282 36 282 46 286V326C36 330 28 331 20 330C12 329 8 328 0 325Z",
    leg: "M0 325C8 328 12 329 20 330C28 331 36 330 46 326V392C34 394 22 392 0 392Z",
    ankle: "M0 392C22 392 34 394 46 392V410C34 410 24 414 0 414Z",
    foot: "M0 414C24 414 34 410 46 410V440H0Z",
  },
  back: {
    back: "M0 80C12 82 24 86 34 94C38 102 39 112 39.5 118C39.5 132 33 146 32 158V178C22 174 10 180 0 186Z",
    hip: "M0 186C10 180 22 174 46 178V232C36 238 18 239 0 232Z",
    thigh: "M0 232C18 239 36 238 46 232V288C34 290 14 290 0 288Z",
    knee: "M0 288C14 290 34 290 46 288V322C34 318 14 318 0 322Z",
    leg: "M0 322C14 318 34 318 46 322V386C30 392 14 392 0 386Z",
    ankle: "M0 386C14 392 30 392 46 386V412C32 409 12 409 0 412Z",
    foot: "M0 412C12 409 32 409 46 412V440H0Z",
  },
};

/** A few faint lines that tell front from back. */
export const details: Readonly<Record<View, string>> = {
  front: "M5 82C14 86 24 86 34 85M13 301C15 296 25 296 27 301C28 308 25 315 20 315C15 315 12 308 13 301Z",
  back: "M0 84V182M14 104C20 108 24 116 24 126",
};

/** Where a leader ends, beneath the outline of the half that faces the labels. */
export const anchors: Readonly<Record<View, Partial<Record<ZoneName, readonly [x: number, y: number]>>>> = {
  front: { hip: [34, 206], thigh: [30, 254], knee: [26, 305], leg: [26, 352], ankle: [20, 400], foot: [26, 424] },
  back: { back: [28, 142], hip: [34, 206], thigh: [30, 258], knee: [26, 304], leg: [26, 352], ankle: [20, 398], foot: [22, 424] },
};

/** The middle of each label, at least 44 apart so that each is a touch target. */
export const labelHeights: Readonly<Record<ZoneName, number>> = {
  back: 130,
  hip: 200,
  thigh: 248,
  knee: 294,
  leg: 341,
  ankle: 388,
  foot: 436,
};
