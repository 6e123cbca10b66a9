-- CreateTable
CREATE TABLE "CohortChange" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "about" UUID NOT NULL,
    "mark" DECIMAL NOT NULL DEFAULT hashtextextended((gen_random_uuid())::text, (0)::bigint),

    CONSTRAINT "CohortChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CohortChange_about_idx" ON "CohortChange"("about");

-- CreateIndex
CREATE INDEX "AssessmentSummary_athleteId_protocol_measuredAt_assessmentI_idx" ON "AssessmentSummary"("athleteId", "protocol", "measuredAt" DESC, "assessmentId" DESC);

-- DropIndex, when there is the one that takes its place
DROP INDEX "AssessmentSummary_athleteId_protocol_measuredAt_idx";

-- What Prisma's schema cannot say.

-- What answers about many people are worked out of is marked where it changes, so that whoever writes it, the version of the
-- application that still serves too, marks it. A mark is a row of its own: who writes for one team does not wait for another
-- writer. No consent that is given meanwhile is missed: who gives one locks the athlete, and here that is waited for.
CREATE FUNCTION mark_cohorts_of(athletes uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM "Athlete" WHERE "id" = ANY (athletes) ORDER BY "id" FOR KEY SHARE;
  INSERT INTO "CohortChange" ("about")
  SELECT DISTINCT "teamId" FROM "Consent" WHERE "athleteId" = ANY (athletes) AND "revokedAt" IS NULL
  UNION ALL
  SELECT '00000000-0000-0000-0000-000000000000'::uuid
  WHERE EXISTS (SELECT FROM "ReferenceConsent" WHERE "athleteId" = ANY (athletes) AND "revokedAt" IS NULL);
END $$;

CREATE FUNCTION cohorts_follow_summaries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM mark_cohorts_of(ARRAY(SELECT DISTINCT "athleteId" FROM before));
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM mark_cohorts_of(ARRAY(SELECT DISTINCT "athleteId" FROM after));
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "AssessmentSummary_come" AFTER INSERT ON "AssessmentSummary" REFERENCING NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION cohorts_follow_summaries();
CREATE TRIGGER "AssessmentSummary_changed" AFTER UPDATE ON "AssessmentSummary" REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION cohorts_follow_summaries();
CREATE TRIGGER "AssessmentSummary_gone" AFTER DELETE ON "AssessmentSummary" REFERENCING OLD TABLE AS before
  FOR EACH STATEMENT EXECUTE FUNCTION cohorts_follow_summaries();

CREATE FUNCTION cohorts_follow_consents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO "CohortChange" ("about") SELECT DISTINCT "teamId" FROM before;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO "CohortChange" ("about") SELECT DISTINCT "teamId" FROM after;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "Consent_marked_come" AFTER INSERT ON "Consent" REFERENCING NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION cohorts_follow_consents();
CREATE TRIGGER "Consent_marked_changed" AFTER UPDATE ON "Consent" REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION cohorts_follow_consents();
CREATE TRIGGER "Consent_marked_gone" AFTER DELETE ON "Consent" REFERENCING OLD TABLE AS before
  FOR EACH STATEMENT EXECUTE FUNCTION cohorts_follow_consents();

CREATE FUNCTION everyone_follows_consents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "CohortChange" ("about") VALUES ('00000000-0000-0000-0000-000000000000');
  RETURN NULL;
END $$;

CREATE TRIGGER "ReferenceConsent_marked" AFTER INSERT OR UPDATE OR DELETE ON "ReferenceConsent"
  FOR EACH STATEMENT EXECUTE FUNCTION everyone_follows_consents();

-- A team's marks go with it: last of all, for the consents that go with it leave marks, and so there is no foreign key.
CREATE FUNCTION marks_go_with_team() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "CohortChange" WHERE "about" = OLD."id";
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER "Team_gone" AFTER DELETE ON "Team" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION marks_go_with_team();
