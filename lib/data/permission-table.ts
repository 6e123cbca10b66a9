// Plain data, without `server-only`: the journeys in the browser are held to it too.

/**
 * Who may do what. The one table of permissions: every query of lib/data asks for a capability below and gets the condition
 * that the database puts to it. A coach or an owner stands to an athlete only through a consent that stands for a team they
 * work in, so the end of the consent or of the membership is the end of every row here.
 */
export const permissions = {
  athlete: {
    /** Read the record. */
    view: ["person", "viewingCoach", "recordingCoach"],
    /** Write assessments into the record. */
    record: ["person", "recordingCoach"],
    /** Write and read a team's notes on the athlete, and set a recall date. */
    note: ["viewingCoach", "recordingCoach"],
    /** Correct name and identifier, merge, and hand over a record that has no sign-in. */
    administer: ["recordingCoachOfPatient"],
    /** Share, withdraw, claim, and see who looked. */
    own: ["person"],
  },
  team: {
    /** See the team, its roster and its cohort. */
    view: ["coach", "owner"],
    /** Invite athletes, add patients, take up an athlete's offer. */
    invite: ["coach", "owner"],
    /** Rename the team, invite coaches, remove them, say who owns it. */
    manage: ["owner"],
    /** Read what was done in the team's name. */
    audit: ["owner"],
  },
} as const satisfies { athlete: Record<string, readonly AthleteRelation[]>; team: Record<string, readonly TeamRelation[]> };

/** What a viewer may do with an athlete's record. */
export type Access = keyof typeof permissions.athlete;
/** What a viewer may do with a team. */
export type TeamAccess = keyof typeof permissions.team;

export type AthleteRelation = "person" | "viewingCoach" | "recordingCoach" | "recordingCoachOfPatient";
export type TeamRelation = "coach" | "owner";
