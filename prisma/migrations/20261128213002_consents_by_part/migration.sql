-- What Prisma's schema cannot say.

-- Who of a team is in a part is found by both.
CREATE INDEX "Consent_standing_team_part_idx" ON "Consent" ("teamId", cohort_part("athleteId")) WHERE "revokedAt" IS NULL;
