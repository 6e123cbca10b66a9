import { z } from "zod";

/** The units in which a person reads and enters numbers. */
export const unitPreferencesSchema = z.strictObject({
  speed: z.enum(["m/s", "km/h", "mph", "min/km", "min/mi"]),
  height: z.enum(["cm", "ft"]),
  mass: z.enum(["kg", "lb"]),
  length: z.enum(["m", "ft"]),
});
export type UnitPreferences = Readonly<z.infer<typeof unitPreferencesSchema>>;
