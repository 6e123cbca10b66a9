import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";
import { isAddress } from "@/lib/http/tidy-headers";

type Context = { params: Promise<{ nextauth: string[] }> };

async function handler(request: Request, context: Context): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const form =
    request.method === "POST"
      ? await request
          .clone()
          .formData()
          .catch(() => null)
      : null;
  const leads = [...searchParams.getAll("callbackUrl"), ...(form?.getAll("callbackUrl") ?? [])];
  // next-auth takes one that it cannot read for a fault of ours.
  if (leads.some((address) => typeof address !== "string" || !isAddress(address))) return new Response(null, { status: 400 });
  return NextAuth(authOptions())(request, context);
}

export { handler as GET, handler as POST };
