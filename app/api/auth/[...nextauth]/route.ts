import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";
import { asksForReadableAddresses } from "@/lib/http/callback-addresses";

type Context = { params: Promise<{ nextauth: string[] }> };

async function handler(request: Request, context: Context): Promise<Response> {
  if (!(await asksForReadableAddresses(request))) return new Response(null, { status: 400 });
  return NextAuth(authOptions())(request, context);
}

export { handler as GET, handler as POST };
