import type { MetadataRoute } from "next";
import { notFound } from "next/navigation";
import { environment } from "@/lib/env";
import { registry } from "@/lib/inference";

export const dynamic = "force-dynamic";

/** The public pages; none where the server does not know its own address. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const origin = environment().NEXTAUTH_URL;
  if (!origin) notFound();
  const { models } = await registry();
  const paths = ["/", "/faq", "/models", "/privacy", "/sign-in", "/sign-up", ...models.map(({ card }) => `/models/${card.name}`)];
  return paths.map((path) => ({ url: new URL(path, origin).href }));
}
