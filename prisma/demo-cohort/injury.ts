import type { Sex } from "@/lib/data/generated/enums";
import type { Zone } from "@/lib/measurements/choices";
import { locationsOf } from "@/lib/measurements/conditions";
import type { Random } from "./random";

/** What brought a person. */
export type Complaint = {
  readonly region: Zone;
  readonly location: (typeof locations)[number][0];
  readonly side: "left" | "right" | "bilateral" | "unspecified";
};

// Printed counts of the original application's sample. Who came without an injury is a check-up here.
const regions = {
  female: [
    ["hip", 20],
    ["back", 6],
    ["thigh", 9],
    ["foot", 87],
    ["leg", 26],
    ["knee", 54],
    ["ankle", 35],
  ],
  male: [
    ["hip", 40],
    ["back", 11],
    ["thigh", 11],
    ["foot", 115],
    ["leg", 50],
    ["knee", 144],
    ["ankle", 93],
  ],
} as const;

const sides = {
  female: [
    ["bilateral", 74],
    ["right", 90],
    ["left", 73],
    ["unspecified", 2],
  ],
  male: [
    ["bilateral", 140],
    ["right", 162],
    ["left", 160],
    ["unspecified", 16],
  ],
} as const;

const locations = [
  ["posterior", 140],
  ["anterior", 130],
  ["lateral", 106],
  ["medial", 104],
  ["plantar_distal", 71],
  ["plantar_proximal", 55],
  ["plantar", 28],
  ["lumbar", 17],
  ["unspecified", 17],
  ["anterolateral", 12],
  ["anteroposterior", 9],
  ["dorsal_distal", 9],
  ["anteromedial", 8],
  ["mediolateral", 6],
  ["dorsal_proximal", 2],
  ["posteromedial", 2],
  ["posterolateral", 1],
] as const;

/** A complaint as often as it was counted; the location among those that its region has. */
export const drawComplaint = (random: Random, sex: Sex): Complaint => {
  const region = random.weighted<Zone>(regions[sex]);
  const possible = locationsOf(region);
  const location = random.weighted(locations.filter(([name]) => possible.includes(name)));
  return { region, location, side: random.weighted<Complaint["side"]>(sides[sex]) };
};
