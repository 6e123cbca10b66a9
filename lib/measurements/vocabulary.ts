import { z } from "zod";

/** Words that every file here shares. Holds no field, so a browser may import it. */

export const localeSchema = z.enum(["en", "es"]);
export type Locale = z.infer<typeof localeSchema>;

export const bilingualSchema = z.strictObject({ en: z.string().min(1), es: z.string().min(1) });
export type Bilingual = Readonly<z.infer<typeof bilingualSchema>>;

export const protocolSchema = z.enum(["walk", "run"]);
export type Protocol = z.infer<typeof protocolSchema>;

/** `both` is one value for both sides, or a field that has no side. */
export const sideSchema = z.enum(["left", "right", "both"]);
export type Side = z.infer<typeof sideSchema>;

/** In the order of the assessment form. */
export const groupSchema = z.enum(["body", "gait", "kinematics", "running_sensor", "force", "clinical_test", "injury"]);
export type Group = z.infer<typeof groupSchema>;

export const groupLabels: Readonly<Record<Group, Bilingual>> = {
  body: { en: "Body", es: "Datos corporales" },
  gait: { en: "Gait", es: "Marcha" },
  kinematics: { en: "Timing and angles", es: "Tiempos y ángulos" },
  running_sensor: { en: "Running sensor", es: "Sensor de carrera" },
  force: { en: "Force on the ground", es: "Fuerza contra el suelo" },
  clinical_test: { en: "Clinical tests", es: "Exploración clínica" },
  injury: { en: "Injury", es: "Lesión" },
};

export const findingSchema = z.enum(["absent", "present"]);
export type Finding = z.infer<typeof findingSchema>;

export const findingLabels: Readonly<Record<Finding, Bilingual>> = {
  absent: { en: "Absent", es: "Ausente" },
  present: { en: "Present", es: "Presente" },
};
export const notTestedLabel: Bilingual = { en: "Not tested", es: "No explorado" };
