-- AlterTable
ALTER TABLE "CohortChange" ADD COLUMN     "part" SMALLINT;

-- What Prisma's schema cannot say.

-- People are in 64 parts by the last byte of their id, which is drawn at random.
CREATE FUNCTION cohort_part(athlete uuid) RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (get_byte(uuid_send(athlete), 15) % 64)::smallint
$$;

-- The triggers stay; what they do now also says which part has changed. The version of the application that still serves sums up
-- all marks of a team, and where it puts many into one that one is of every part.
CREATE OR REPLACE FUNCTION mark_cohorts_of(athletes uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM "Athlete" WHERE "id" = ANY (athletes) ORDER BY "id" FOR KEY SHARE;
  INSERT INTO "CohortChange" ("about", "part")
  SELECT DISTINCT "teamId", cohort_part("athleteId") FROM "Consent" WHERE "athleteId" = ANY (athletes) AND "revokedAt" IS NULL
  UNION ALL
  SELECT DISTINCT '00000000-0000-0000-0000-000000000000'::uuid, cohort_part("athleteId")
  FROM "ReferenceConsent" WHERE "athleteId" = ANY (athletes) AND "revokedAt" IS NULL;
END $$;

CREATE OR REPLACE FUNCTION cohorts_follow_consents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO "CohortChange" ("about", "part") SELECT DISTINCT "teamId", cohort_part("athleteId") FROM before;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO "CohortChange" ("about", "part") SELECT DISTINCT "teamId", cohort_part("athleteId") FROM after;
  END IF;
  RETURN NULL;
END $$;
