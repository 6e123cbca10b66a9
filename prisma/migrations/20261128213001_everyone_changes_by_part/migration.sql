-- What Prisma's schema cannot say. By itself, so that no migration waits for writers of one table while it holds another.

-- A consent to be counted among everyone changes the part that its person is in; one is given or taken back at a time.
CREATE FUNCTION everyone_follows_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "CohortChange" ("about", "part")
  SELECT DISTINCT '00000000-0000-0000-0000-000000000000'::uuid, cohort_part(athlete)
  FROM unnest(ARRAY[OLD."athleteId", NEW."athleteId"]) AS athlete WHERE athlete IS NOT NULL;
  RETURN NULL;
END $$;

DROP TRIGGER "ReferenceConsent_marked" ON "ReferenceConsent";
CREATE TRIGGER "ReferenceConsent_marked" AFTER INSERT OR UPDATE OR DELETE ON "ReferenceConsent"
  FOR EACH ROW EXECUTE FUNCTION everyone_follows_consent();
DROP FUNCTION everyone_follows_consents();

-- Who is in a part is found by it.
CREATE INDEX "ReferenceConsent_standing_part_idx" ON "ReferenceConsent" (cohort_part("athleteId")) WHERE "revokedAt" IS NULL;
