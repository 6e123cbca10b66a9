import { type NextRequest, NextResponse } from "next/server";
import { environment } from "@/lib/env";
import { contentSecurityPolicy } from "@/lib/http/content-security-policy";
import { requestIdHeader } from "@/lib/http/request-id";

/** Before every page and endpoint: what a browser may do with the answer, and under which id the log knows the request. */
export function proxy(request: NextRequest): NextResponse {
  const requestId = request.headers.get(requestIdHeader) ?? "";
  if (fromAnotherSite(request)) return new NextResponse(null, { status: 403, headers: { [requestIdHeader]: requestId } });
  const https = reachedByHttps(request);
  const policy = contentSecurityPolicy({
    nonce: crypto.randomUUID().replaceAll("-", ""),
    https,
    development: environment().NODE_ENV === "development",
    googleSignIn: Boolean(environment().GOOGLE_CLIENT_ID),
  });
  const headers = new Headers(request.headers);
  headers.set(requestIdHeader, requestId);
  // Next gives its scripts the nonce it finds here.
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set(requestIdHeader, requestId);
  if (https) response.headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  return response;
}

/** A page of another site that sends a form here. Browsers say so; what is no browser has no cookies to misuse. */
function fromAnotherSite(request: NextRequest): boolean {
  return request.method !== "GET" && request.method !== "HEAD" && request.headers.get("sec-fetch-site") === "cross-site";
}

function reachedByHttps(request: NextRequest): boolean {
  const { NEXTAUTH_URL, AUTH_TRUST_HOST } = environment();
  if (NEXTAUTH_URL) return NEXTAUTH_URL.startsWith("https://");
  return AUTH_TRUST_HOST === true && request.headers.get("x-forwarded-proto") === "https";
}

export const config = { matcher: ["/((?!_next/static|icon.svg).*)"] };
