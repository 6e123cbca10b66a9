-- CreateTable
CREATE TABLE "OpenSession" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "sessionVersion" INTEGER NOT NULL,
    "means" TEXT,
    "shared" BOOLEAN NOT NULL,
    "device" TEXT,
    "begunAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OpenSession_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "OpenSession_userId_idx" ON "OpenSession"("userId");

-- CreateIndex
CREATE INDEX "OpenSession_until_idx" ON "OpenSession"("until");

-- AddForeignKey
ALTER TABLE "OpenSession" ADD CONSTRAINT "OpenSession_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
