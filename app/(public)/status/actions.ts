"use server";

import { createHash, timingSafeEqual } from "node:crypto";
import { idleStatus, type StatusState } from "@/components/operator/state";
import { readStatus } from "@/lib/api/health";
import { mayTry } from "@/lib/auth/limits";
import { readOperatorStatus } from "@/lib/data/operator-status";
import { environment } from "@/lib/env";
import { clientAddress } from "@/lib/http/client-address";
import { requireForm } from "@/lib/http/malformed";
import { getTranslations } from "@/lib/i18n/server";

/** What an operator is told who knows the token: figures of this instance and of what all share, nothing of anybody. */
export async function askStatus(_previous: StatusState, form: FormData): Promise<StatusState> {
  requireForm(form);
  const t = await getTranslations("operator");
  const refuse = (message: string): StatusState => ({ ...idleStatus, status: "refused", message, errors: { token: message } });
  const allowed = await mayTry("status", await clientAddress()).catch(() => null);
  if (allowed === null) return refuse(t("unreachable"));
  if (!allowed || !isToken(String(form.get("token") ?? ""))) return refuse(t("wrong"));
  const health = await readStatus();
  const shared = health.database === "ok" ? await readOperatorStatus() : null;
  const memory = process.memoryUsage();
  const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
  const facts: [string, string | number][] = [
    [t("status"), health.status],
    [t("version"), process.env.GAE_VERSION ?? process.env.npm_package_version ?? "–"],
    [t("uptime"), t("minutes", { count: Math.round(process.uptime() / 60) })],
    [t("memory"), `${megabytes(memory.rss)} (${megabytes(memory.heapUsed)})`],
    [t("node"), process.versions.node],
    ...(shared
      ? ([
          [t("database"), shared.databaseVersion],
          [t("connections"), shared.connections],
          [t("migration"), shared.migration ?? "–"],
          [t("waiting"), shared.waitingJobs],
          [t("failedJobs"), shared.failedJobs],
          [t("imports"), shared.runningImports],
        ] satisfies [string, string | number][])
      : ([[t("database"), t("unreachable")]] satisfies [string, string][])),
    ...health.models.map(({ name, version, status }): [string, string] => [name, status === "ok" ? String(version) : t("refusedModel")]),
  ];
  return { ...idleStatus, status: "done", facts: facts.map(([label, value]) => ({ label, text: String(value) })) };
}

function isToken(typed: string): boolean {
  const token = environment().OPERATOR_TOKEN;
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return token !== undefined && timingSafeEqual(hash(token), hash(typed.trim()));
}
