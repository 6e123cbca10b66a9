import type { Metadata } from "next";
import { getTranslations } from "@/lib/i18n/server";
import { Told } from "../told";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("personal.erased");
  return { title: t("title"), robots: { index: false } };
}

export default async function ErasedPage() {
  const t = await getTranslations("personal.erased");
  return <Told width="prose" title={t("title")} text={t("text")} href="/" label={t("home")} />;
}
