import "server-only";
import type { UnitPreferences } from "@/lib/measurements/unit-preferences";

/** Who is asking. Every function of lib/data takes one first; only lib/auth makes one from a session. */
export type Viewer = {
  userId: string;
  name: string;
  email: string;
  /** The person's own record; null until they have stated birth date, sex and consent. */
  athleteId: string | null;
  /** Took their consent to processing back: may give it again, take their data with them, or erase it, and nothing else. */
  withdrawn?: true;
  /** Works in a team that wants a second factor and has none: may add one, and nothing else. */
  unprotected?: true;
};

/** Who asks with a session, and what the frame of every page depends on. */
export type SignedIn = Viewer & {
  /** Those chosen for display and entry; metric where none were. */
  units: UnitPreferences;
  /** Works in a team. */
  coaches: boolean;
};
