import type { MetadataRoute } from "next";
import { environment } from "@/lib/env";

// The address of the sitemap is known when the server runs, not when it is built.
export const dynamic = "force-dynamic";

const signedIn = ["/api/", "/assessments", "/athletes", "/cohort", "/compare", "/dashboard", "/import", "/settings", "/teams", "/welcome"];

export default function robots(): MetadataRoute.Robots {
  const origin = environment().NEXTAUTH_URL;
  return {
    rules: { userAgent: "*", allow: "/", disallow: signedIn },
    sitemap: origin && new URL("/sitemap.xml", origin).href,
  };
}
