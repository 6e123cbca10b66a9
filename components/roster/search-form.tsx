"use client";

import { Search } from "lucide";
import { useActionState } from "react";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Icon } from "../ui/icon";
import { Input } from "../ui/input";
import { Link } from "../ui/link";

export type SearchHit = { id: string; name: string; detail: string };
export type SearchState = { text: string; hits: readonly SearchHit[]; message: string | null };

export type SearchFormProps = {
  /** By POST: a name never stands in an address. */
  action: (previous: SearchState, form: FormData) => Promise<SearchState>;
  words: { label: string; hint: string; action: string; results: string };
};

export const idleSearch: SearchState = { text: "", hits: [], message: null };

/** Finds people of a team by name; what it found stays on the screen and nowhere else. */
export function SearchForm({ action, words }: SearchFormProps) {
  const [state, search, pending] = useActionState(action, idleSearch);
  return (
    <form action={search} className="no-print grid gap-3">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <Field id="roster-search" label={words.label} hint={words.hint} className="min-w-0 max-w-prose flex-1 basis-64">
          {(control) => <Input {...control} name="name" type="search" autoComplete="off" maxLength={120} defaultValue={state.text} />}
        </Field>
        <Button type="submit" variant="secondary" pending={pending} className="h-12">
          <Icon of={Search} />
          {words.action}
        </Button>
      </div>
      <div aria-live="polite" className="grid gap-2">
        {state.message && <p className="text-muted">{state.message}</p>}
        {state.hits.length > 0 && (
          <ul aria-label={words.results} className="grid max-w-prose">
            {state.hits.map(({ id, name, detail }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 border-b">
                <Link href={`/athletes/${id}`} className="prose-link flex min-h-11 items-center font-medium">
                  {name}
                </Link>
                <span className="text-muted text-sm">{detail}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </form>
  );
}
