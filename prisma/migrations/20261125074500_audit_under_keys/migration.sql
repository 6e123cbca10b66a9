-- The audit names people by a random key of their own. With the person the key goes, and what stays leads to nobody.
ALTER TABLE "User" ADD COLUMN "auditKey" UUID NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE "Athlete" ADD COLUMN "auditKey" UUID NOT NULL DEFAULT gen_random_uuid();
CREATE UNIQUE INDEX "User_auditKey_key" ON "User"("auditKey");
CREATE UNIQUE INDEX "Athlete_auditKey_key" ON "Athlete"("auditKey");

-- The teams through which somebody came to another person's record.
ALTER TABLE "AuditEvent" ADD COLUMN "teams" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[];

-- What an event was about, when it lies in a person's record: to be recognised only with the person's key.
CREATE FUNCTION audit_seal(key uuid, target text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(key::text || ' ' || target, 'UTF8')), 'hex')
$$;

-- What stands is carried over once; after that nobody changes it again.
DROP TRIGGER "AuditEvent_append_only" ON "AuditEvent";

-- Events of a record without a sign-in named it in their target alone.
UPDATE "AuditEvent" event SET "subject" = athlete."auditKey"
FROM "Athlete" athlete
WHERE event."subject" IS NULL AND event."target" = athlete."id"::text;
UPDATE "AuditEvent" event SET "subject" = athlete."auditKey"
FROM "Assessment" assessment JOIN "Athlete" athlete ON athlete."id" = assessment."athleteId"
WHERE event."subject" IS NULL AND event."target" = assessment."id"::text;

UPDATE "AuditEvent" event SET "actor" = person."auditKey" FROM "User" person WHERE event."actor" = person."id";
UPDATE "AuditEvent" event SET "subject" = person."auditKey" FROM "User" person WHERE event."subject" = person."id";

-- Whoever is gone already has no key any more.
UPDATE "AuditEvent" event SET "actor" = gen_random_uuid()
WHERE "actor" IS NOT NULL AND NOT EXISTS (SELECT FROM "User" person WHERE person."auditKey" = event."actor");
UPDATE "AuditEvent" event SET "subject" = gen_random_uuid()
WHERE "subject" IS NOT NULL
  AND NOT EXISTS (SELECT FROM "User" person WHERE person."auditKey" = event."subject")
  AND NOT EXISTS (SELECT FROM "Athlete" athlete WHERE athlete."auditKey" = event."subject");

UPDATE "AuditEvent" SET "target" = audit_seal("subject", "target")
WHERE "subject" IS NOT NULL AND "target" IS NOT NULL AND split_part("action", '.', 1) IN ('assessment', 'athlete', 'patient', 'data');

CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE INDEX "AuditEvent_target_at_idx" ON "AuditEvent"("target", "at");
CREATE INDEX "AuditEvent_teams_idx" ON "AuditEvent" USING GIN ("teams");
