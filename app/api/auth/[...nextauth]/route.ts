import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";
import { asksForReadableAddresses } from "@/lib/http/callback-addresses";
import { reachedByHttps } from "@/lib/http/https";
import { longestSignIn } from "@/lib/http/longest-body";
import { readAtMost } from "@/lib/http/read-at-most";

type Context = { params: Promise<{ nextauth: string[] }> };

async function handler(request: NextRequest, context: Context): Promise<Response> {
  const bytes = await readAtMost(request, longestSignIn);
  if (bytes === null) return new Response(null, { status: 413 });
  if (!asksForReadableAddresses(request, new TextDecoder().decode(bytes))) return new Response(null, { status: 400 });
  const { url, method, headers } = request;
  const options = authOptions(reachedByHttps((name) => headers.get(name)));
  return NextAuth(options)(new NextRequest(url, { method, headers, body: method === "POST" ? bytes : undefined }), context);
}

export { handler as GET, handler as POST };
