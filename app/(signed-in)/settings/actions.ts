"use server";

import { refresh } from "next/cache";
import type { UnitsFormState } from "@/components/account/units-form";
import { requireViewer } from "@/lib/auth/viewer";
import { chooseUnits } from "@/lib/data/users";
import { requireForm } from "@/lib/http/malformed";
import { unitPreferencesSchema } from "@/lib/measurements/unit-preferences";

export async function saveUnits(_previous: UnitsFormState, form: FormData): Promise<UnitsFormState> {
  requireForm(form);
  const viewer = await requireViewer("/settings");
  const { shape } = unitPreferencesSchema;
  const chosen = unitPreferencesSchema.safeParse(Object.fromEntries(Object.keys(shape).map((name) => [name, form.get(name)])));
  if (!chosen.success) return "failed";
  await chooseUnits(viewer, chosen.data);
  refresh();
  return "saved";
}
