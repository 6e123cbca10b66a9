// The synthetic people who can sign in. They exist only in the embedded database that `npm run demo` fills: the password is public.

export const demoPassword = "marcha-demo-2026";

/** By the part they play in the demo; the name is what the product calls them. */
export const demoPeople = {
  runner: {
    email: "ana@demo.marcha.example",
    name: "Ana Zancada",
    note: "runner, 8 assessments, getting better · corredora, 8 evaluaciones",
  },
  patient: {
    email: "bruno@demo.marcha.example",
    name: "Bruno Vereda",
    note: "knee patient with force plates, pain 7 to 1 · paciente de rodilla",
  },
  newcomer: {
    email: "carla@demo.marcha.example",
    name: "Carla Estreno",
    note: "new, nothing recorded yet · nueva, sin evaluaciones",
  },
  clubOwner: {
    email: "olga@demo.marcha.example",
    name: "Olga Ribera",
    note: "owner of Club Ribera (demo) · responsable del club",
  },
  clinicOwner: {
    email: "tomas@demo.marcha.example",
    name: "Tomás Alameda",
    note: "owner of Clínica Alameda (demo) · responsable de la clínica",
  },
} as const;

export type DemoPerson = keyof typeof demoPeople;

/** As `npm run demo` lists them. */
export const demoAccounts: readonly { readonly email: string; readonly name: string; readonly note: string }[] = Object.values(demoPeople);
