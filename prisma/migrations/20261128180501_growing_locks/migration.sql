-- AlterTable
ALTER TABLE "SignInThrottle" ADD COLUMN     "locks" INTEGER NOT NULL DEFAULT 0;
