import "server-only";
import { cookies } from "next/headers";
import { sharedThroughGoogle } from "@/lib/http/shared-sign-in";

/** Whether the person who comes back from Google had said that others use the device. The cookie ends by itself. */
export async function cameShared(): Promise<boolean> {
  return (await cookies()).get(sharedThroughGoogle)?.value === "yes";
}
