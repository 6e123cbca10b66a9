-- CreateIndex
CREATE INDEX "SignInThrottle_firstAt_idx" ON "SignInThrottle"("firstAt");

-- What a correction replaced stays as it was; only who replaced it goes when their account goes.
CREATE TRIGGER "AssessmentRevision_immutable" BEFORE UPDATE ON "AssessmentRevision" FOR EACH ROW
  WHEN (
    NEW."replacedById" IS NOT NULL
    OR ROW(OLD."assessmentId", OLD."revision", OLD."before", OLD."replacedAt")
      IS DISTINCT FROM ROW(NEW."assessmentId", NEW."revision", NEW."before", NEW."replacedAt")
  )
  EXECUTE FUNCTION refuse_change();

-- A consent says which text was agreed to.
ALTER TABLE "ProcessingConsent"
  ADD CONSTRAINT "ProcessingConsent_text_version" CHECK (length(trim("textVersion")) > 0);
ALTER TABLE "Consent"
  ADD CONSTRAINT "Consent_text_version" CHECK (length(trim("textVersion")) > 0);

-- Without its zone nobody knows the day of an assessment, nor the age on it.
ALTER TABLE "Assessment"
  ADD CONSTRAINT "Assessment_time_zone" CHECK (length(trim("timeZone")) > 0);
