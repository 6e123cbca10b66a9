"use server";

import { z } from "zod";
import { readerOf } from "@/app/reader";
import type { SearchState } from "@/components/roster/search-form";
import { viewer } from "@/lib/auth/viewer";
import { searchRoster } from "@/lib/data/roster";
import { requireForm, requireTexts } from "@/lib/http/malformed";
import { getTranslations } from "@/lib/i18n/server";
import { rosterWords } from "./roster/words";

const most = 50;
const textSchema = z.string().max(120).catch("");

/** Finds athletes of a team by name or identifier. */
export async function searchAthletes(teamId: string, _previous: SearchState, form: FormData): Promise<SearchState> {
  requireForm(form);
  requireTexts(teamId);
  const who = await viewer();
  const t = await getTranslations("roster.search");
  const text = textSchema
    .parse(form.get("name"))
    .replace(/\p{Cc}/gu, "")
    .trim();
  if (!who) return { text, hits: [], message: t("signedOut") };
  if (text === "") return { text, hits: [], message: t("type") };
  const found = await searchRoster(who, teamId, text, most);
  if (!found) return { text, hits: [], message: t("notPermitted") };
  const words = await rosterWords(await readerOf(who));
  const hits = found.map((row) => ({ id: row.athleteId, name: row.name, detail: words.person(row).join(" · ") }));
  return { text, hits, message: t(found.length === most ? "many" : "found", { count: found.length }) };
}
