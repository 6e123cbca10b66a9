"use client";

import { Printer } from "lucide";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";

export function PrintButton({ label }: { label: string }) {
  return (
    <Button variant="secondary" onClick={() => window.print()}>
      <Icon of={Printer} />
      {label}
    </Button>
  );
}
