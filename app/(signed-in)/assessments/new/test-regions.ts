import type { TestRegion } from "@/components/assessment/types";

const regions: Readonly<Record<Exclude<TestRegion, "footFunction">, RegExp>> = {
  hip: /^(thomas|ober|femoral)/,
  knee: /^(genu|patella|popliteal)/,
  leg: /^tibia/,
  footShape: /^(flat_arch|high_arch|transverse_arch|hallux_valgus|index_minus|m1_(dorsi|plantar)flexed)/,
};

/** Where on the body a clinical test belongs, so that the form shows a handful at a time; what is not known is the foot's. */
export function testRegion(code: string): TestRegion {
  if (regions.hip.test(code)) return "hip";
  if (regions.knee.test(code)) return "knee";
  if (regions.leg.test(code)) return "leg";
  return regions.footShape.test(code) ? "footShape" : "footFunction";
}
