-- What Prisma's schema cannot say: the promises of lib/data, kept by the database as well.

ALTER TABLE "User"
  ADD CONSTRAINT "User_email_lower" CHECK ("email" = lower("email") AND "email" LIKE '%_@_%');

ALTER TABLE "Athlete"
  ADD CONSTRAINT "Athlete_name_present" CHECK (length(trim("name")) > 0),
  ADD CONSTRAINT "Athlete_birth_date" CHECK ("birthDate" >= DATE '1900-01-01');

-- In PostgreSQL NaN is greater than every number, so one upper bound refuses both NaN and infinity.
ALTER TABLE "Measurement"
  ADD CONSTRAINT "Measurement_value_finite" CHECK ("value" > '-Infinity'::float8 AND "value" < 'Infinity'::float8),
  ADD CONSTRAINT "Measurement_field_form" CHECK ("field" ~ '^[a-z][a-z0-9_]*$');

ALTER TABLE "Assessment"
  ADD CONSTRAINT "Assessment_reason" CHECK ("reason" IN ('complaint', 'checkup')),
  ADD CONSTRAINT "Assessment_pain" CHECK ("pain" BETWEEN 0 AND 10),
  ADD CONSTRAINT "Assessment_incline" CHECK ("inclinePercent" > '-Infinity'::float8 AND "inclinePercent" < 'Infinity'::float8),
  ADD CONSTRAINT "Assessment_revision" CHECK ("revision" >= 0);

ALTER TABLE "Consent"
  ADD CONSTRAINT "Consent_times" CHECK ("revokedAt" IS NULL OR "revokedAt" >= "grantedAt");

-- One standing consent of an athlete for a team.
CREATE UNIQUE INDEX "Consent_standing_key" ON "Consent" ("athleteId", "teamId") WHERE "revokedAt" IS NULL;

-- A field has a value per side, or one for both, never both kinds.
CREATE FUNCTION measurement_sides() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "Measurement" other
    WHERE other."assessmentId" = NEW."assessmentId" AND other."field" = NEW."field"
      AND (other."side" = 'both') <> (NEW."side" = 'both')
  ) THEN
    RAISE EXCEPTION 'a measurement is either by side or one value for both' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER "Measurement_sides" AFTER INSERT OR UPDATE ON "Measurement"
  DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION measurement_sides();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "Prediction_immutable" BEFORE UPDATE ON "Prediction" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AuditEvent_no_truncate" BEFORE TRUNCATE ON "AuditEvent" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
