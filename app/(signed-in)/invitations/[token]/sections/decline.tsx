import { SubmitButton } from "@/components/ui/submit-button";
import { sayNo } from "../actions";

/** Says no, with what that means. */
export function Decline({ token, label, text }: { token: string; label: string; text: string }) {
  return (
    <form action={sayNo} className="grid gap-2">
      <input type="hidden" name="token" value={token} />
      <SubmitButton variant="secondary" className="w-fit">
        {label}
      </SubmitButton>
      <p className="max-w-prose text-muted text-sm">{text}</p>
    </form>
  );
}
