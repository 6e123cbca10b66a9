-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN     "acceptedById" UUID,
ADD COLUMN     "declinedAt" TIMESTAMPTZ(3),
ADD COLUMN     "mismatches" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "AccessOffer" (
    "id" UUID NOT NULL,
    "athleteId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "scope" "ConsentScope" NOT NULL,
    "textVersion" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "acceptedAt" TIMESTAMPTZ(3),
    "acceptedById" UUID,
    "teamId" UUID,

    CONSTRAINT "AccessOffer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReferenceConsent" (
    "id" UUID NOT NULL,
    "athleteId" UUID NOT NULL,
    "textVersion" TEXT NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReferenceConsent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Note" (
    "id" UUID NOT NULL,
    "athleteId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "authorId" UUID,
    "text" TEXT NOT NULL,
    "visibleToAthlete" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Recall" (
    "athleteId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "dueOn" DATE NOT NULL,
    "setById" UUID,
    "setAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Recall_pkey" PRIMARY KEY ("athleteId","teamId")
);

-- CreateTable
CREATE TABLE "AthleteMerge" (
    "id" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "targetId" UUID NOT NULL,
    "mergedById" UUID,
    "mergedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "moved" JSONB NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),
    "undoneById" UUID,

    CONSTRAINT "AthleteMerge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RosterEntry" (
    "teamId" UUID NOT NULL,
    "athleteId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "searchName" TEXT NOT NULL,
    "identifier" TEXT,
    "sex" "Sex" NOT NULL,
    "birthDate" DATE NOT NULL,
    "assessmentCount" INTEGER NOT NULL DEFAULT 0,
    "lastAssessmentId" UUID,
    "lastMeasuredAt" TIMESTAMPTZ(3),
    "lastTimeZone" TEXT,
    "lastProtocol" "Protocol",
    "gaitAge" DOUBLE PRECISION,
    "gaitAgeLower" DOUBLE PRECISION,
    "gaitAgeUpper" DOUBLE PRECISION,
    "ageGap" DOUBLE PRECISION,
    "injuryClass" TEXT,
    "injuryShare" DOUBLE PRECISION,
    "injuryBase" DOUBLE PRECISION,
    "injuryStandsOut" BOOLEAN NOT NULL DEFAULT false,
    "injuryZone" TEXT,
    "changeColumn" TEXT,
    "changeFrom" DOUBLE PRECISION,
    "changeTo" DOUBLE PRECISION,
    "changeSize" DOUBLE PRECISION,
    "asymmetryField" TEXT,
    "asymmetryPercent" DOUBLE PRECISION,
    "flags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "sparkline" JSONB NOT NULL,
    "dueOn" DATE,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RosterEntry_pkey" PRIMARY KEY ("teamId","athleteId")
);

-- CreateTable
CREATE TABLE "AssessmentSummary" (
    "assessmentId" UUID NOT NULL,
    "athleteId" UUID NOT NULL,
    "protocol" "Protocol" NOT NULL,
    "measuredAt" TIMESTAMPTZ(3) NOT NULL,
    "sex" "Sex" NOT NULL,
    "age" INTEGER,
    "weightKg" DOUBLE PRECISION,
    "zone" TEXT,
    "values" JSONB NOT NULL,

    CONSTRAINT "AssessmentSummary_pkey" PRIMARY KEY ("assessmentId")
);

-- CreateIndex
CREATE UNIQUE INDEX "AccessOffer_tokenHash_key" ON "AccessOffer"("tokenHash");

-- CreateIndex
CREATE INDEX "AccessOffer_athleteId_idx" ON "AccessOffer"("athleteId");

-- CreateIndex
CREATE INDEX "AccessOffer_acceptedById_idx" ON "AccessOffer"("acceptedById");

-- CreateIndex
CREATE INDEX "AccessOffer_teamId_idx" ON "AccessOffer"("teamId");

-- CreateIndex
CREATE INDEX "ReferenceConsent_athleteId_idx" ON "ReferenceConsent"("athleteId");

-- CreateIndex
CREATE INDEX "Note_athleteId_teamId_createdAt_idx" ON "Note"("athleteId", "teamId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Note_teamId_idx" ON "Note"("teamId");

-- CreateIndex
CREATE INDEX "Note_authorId_idx" ON "Note"("authorId");

-- CreateIndex
CREATE INDEX "Recall_teamId_idx" ON "Recall"("teamId");

-- CreateIndex
CREATE INDEX "Recall_setById_idx" ON "Recall"("setById");

-- CreateIndex
CREATE INDEX "AthleteMerge_sourceId_idx" ON "AthleteMerge"("sourceId");

-- CreateIndex
CREATE INDEX "AthleteMerge_targetId_idx" ON "AthleteMerge"("targetId");

-- CreateIndex
CREATE INDEX "AthleteMerge_mergedById_idx" ON "AthleteMerge"("mergedById");

-- CreateIndex
CREATE INDEX "AthleteMerge_undoneById_idx" ON "AthleteMerge"("undoneById");

-- CreateIndex
CREATE INDEX "RosterEntry_teamId_searchName_athleteId_idx" ON "RosterEntry"("teamId", "searchName", "athleteId");

-- CreateIndex
CREATE INDEX "RosterEntry_teamId_lastMeasuredAt_athleteId_idx" ON "RosterEntry"("teamId", "lastMeasuredAt" DESC, "athleteId");

-- CreateIndex
CREATE INDEX "RosterEntry_teamId_ageGap_athleteId_idx" ON "RosterEntry"("teamId", "ageGap" DESC, "athleteId");

-- CreateIndex
CREATE INDEX "RosterEntry_teamId_injuryShare_athleteId_idx" ON "RosterEntry"("teamId", "injuryShare" DESC, "athleteId");

-- CreateIndex
CREATE INDEX "RosterEntry_teamId_changeSize_athleteId_idx" ON "RosterEntry"("teamId", "changeSize" DESC, "athleteId");

-- CreateIndex
CREATE INDEX "RosterEntry_teamId_asymmetryPercent_athleteId_idx" ON "RosterEntry"("teamId", "asymmetryPercent" DESC, "athleteId");

-- CreateIndex
CREATE INDEX "RosterEntry_teamId_dueOn_athleteId_idx" ON "RosterEntry"("teamId", "dueOn", "athleteId");

-- CreateIndex
CREATE INDEX "RosterEntry_athleteId_idx" ON "RosterEntry"("athleteId");

-- CreateIndex
CREATE INDEX "AssessmentSummary_athleteId_protocol_measuredAt_idx" ON "AssessmentSummary"("athleteId", "protocol", "measuredAt" DESC);

-- CreateIndex
CREATE INDEX "AssessmentSummary_protocol_measuredAt_idx" ON "AssessmentSummary"("protocol", "measuredAt");

-- CreateIndex
CREATE INDEX "Invitation_acceptedById_idx" ON "Invitation"("acceptedById");

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_acceptedById_fkey" FOREIGN KEY ("acceptedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessOffer" ADD CONSTRAINT "AccessOffer_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "Athlete"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessOffer" ADD CONSTRAINT "AccessOffer_acceptedById_fkey" FOREIGN KEY ("acceptedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessOffer" ADD CONSTRAINT "AccessOffer_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReferenceConsent" ADD CONSTRAINT "ReferenceConsent_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "Athlete"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "Athlete"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recall" ADD CONSTRAINT "Recall_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "Athlete"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recall" ADD CONSTRAINT "Recall_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recall" ADD CONSTRAINT "Recall_setById_fkey" FOREIGN KEY ("setById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AthleteMerge" ADD CONSTRAINT "AthleteMerge_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Athlete"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AthleteMerge" ADD CONSTRAINT "AthleteMerge_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Athlete"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AthleteMerge" ADD CONSTRAINT "AthleteMerge_mergedById_fkey" FOREIGN KEY ("mergedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AthleteMerge" ADD CONSTRAINT "AthleteMerge_undoneById_fkey" FOREIGN KEY ("undoneById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RosterEntry" ADD CONSTRAINT "RosterEntry_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RosterEntry" ADD CONSTRAINT "RosterEntry_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "Athlete"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentSummary" ADD CONSTRAINT "AssessmentSummary_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentSummary" ADD CONSTRAINT "AssessmentSummary_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "Athlete"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

ALTER TABLE "Team"
  ADD CONSTRAINT "Team_name_present" CHECK (length(trim("name")) > 0);

ALTER TABLE "AccessOffer"
  ADD CONSTRAINT "AccessOffer_email_lower" CHECK ("email" = lower("email") AND "email" LIKE '%_@_%'),
  ADD CONSTRAINT "AccessOffer_text_version" CHECK (length(trim("textVersion")) > 0);

ALTER TABLE "ReferenceConsent"
  ADD CONSTRAINT "ReferenceConsent_text_version" CHECK (length(trim("textVersion")) > 0),
  ADD CONSTRAINT "ReferenceConsent_times" CHECK ("revokedAt" IS NULL OR "revokedAt" >= "grantedAt");
CREATE UNIQUE INDEX "ReferenceConsent_standing_key" ON "ReferenceConsent" ("athleteId") WHERE "revokedAt" IS NULL;

ALTER TABLE "Note"
  ADD CONSTRAINT "Note_text_present" CHECK (length(trim("text")) > 0);

-- A record is part of one other at most, and never of itself.
ALTER TABLE "AthleteMerge"
  ADD CONSTRAINT "AthleteMerge_two_records" CHECK ("sourceId" <> "targetId");
CREATE UNIQUE INDEX "AthleteMerge_standing_key" ON "AthleteMerge" ("sourceId") WHERE "undoneAt" IS NULL;

-- Who a team may see is found by team while consent stands.
CREATE INDEX "Consent_standing_team_idx" ON "Consent" ("teamId", "athleteId") WHERE "revokedAt" IS NULL;

-- A line of a roster stands only while the consent does, whoever forgets to delete it.
CREATE FUNCTION roster_follows_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "RosterEntry" WHERE "teamId" = OLD."teamId" AND "athleteId" = OLD."athleteId";
  RETURN NULL;
END $$;

CREATE TRIGGER "Consent_ended" AFTER UPDATE ON "Consent" FOR EACH ROW
  WHEN (OLD."revokedAt" IS NULL AND NEW."revokedAt" IS NOT NULL) EXECUTE FUNCTION roster_follows_consent();
CREATE TRIGGER "Consent_gone" AFTER DELETE ON "Consent" FOR EACH ROW EXECUTE FUNCTION roster_follows_consent();
