import { Alert } from "../ui/alert";
import type { AnsweredState } from "./form-state";

type Props = { state: AnsweredState; refused: string; done?: string };

/** What became of a form, where that needs saying. */
export function Outcome({ state, refused, done }: Props) {
  if (state.status === "done" && done !== undefined)
    return (
      <Alert tone="info" live>
        <p>{done}</p>
      </Alert>
    );
  if (state.status !== "refused" || state.message === undefined) return null;
  return (
    <Alert tone="error" title={refused} live>
      <p>{state.message}</p>
    </Alert>
  );
}
