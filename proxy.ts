import { type NextRequest, NextResponse } from "next/server";
import { renewedShared } from "@/lib/auth/session";
import { environment } from "@/lib/env";
import { contentSecurityPolicy } from "@/lib/http/content-security-policy";
import { reachedByHttps, strictTransport } from "@/lib/http/https";
import { requestIdHeader } from "@/lib/http/request-id";
import { tidyHeaders } from "@/lib/http/tidy-headers";

/** Before every page and endpoint but those for programs, which need no page's policy and no cookie: what a browser may do with the answer, and under which id the log knows the request. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const requestId = request.headers.get(requestIdHeader) ?? "";
  if (fromAnotherSite(request)) return new NextResponse(null, { status: 403, headers: { [requestIdHeader]: requestId } });
  const https = reachedByHttps((name) => request.headers.get(name));
  const policy = contentSecurityPolicy({
    nonce: crypto.randomUUID().replaceAll("-", ""),
    https,
    development: environment().NODE_ENV === "development",
    googleSignIn: Boolean(environment().GOOGLE_CLIENT_ID),
  });
  const headers = new Headers(request.headers);
  tidyHeaders(headers);
  headers.set(requestIdHeader, requestId);
  // Next gives its scripts the nonce it finds here.
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set(requestIdHeader, requestId);
  if (https) response.headers.set("strict-transport-security", strictTransport);
  // What is posted may give or end a session itself, and then has the last word.
  const renewed =
    request.method === "GET" &&
    (await renewedShared(
      (name) => request.cookies.get(name)?.value,
      (name) => request.headers.get(name),
    ));
  if (renewed) response.cookies.set(renewed.name, renewed.value, renewed.options);
  return response;
}

/** A page of another site, or of none, that sends a form here. Browsers say so; what is no browser has no cookies to misuse. */
function fromAnotherSite(request: NextRequest): boolean {
  if (request.method === "GET" || request.method === "HEAD") return false;
  const origin = request.headers.get("origin");
  return request.headers.get("sec-fetch-site") === "cross-site" || (origin !== null && origin !== "null" && !URL.canParse(origin));
}

// Each name whole: what only begins like one is a page that is not there, and is answered as a page.
export const config = { matcher: ["/((?!_next/static/|icon\\.svg$|sw\\.js$|manifest\\.webmanifest$|api/v1/).*)"] };
