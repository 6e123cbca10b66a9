import { Button } from "../ui/button";
import { Disclosure } from "../ui/disclosure";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { LinkButton } from "../ui/link-button";
import { Select, type SelectOption } from "../ui/select";
import { CheckboxList, type CheckboxListProps } from "./checkbox-list";

export type FormSelect = { name: string; label: string; value: string; options: readonly SelectOption[] };
export type FormInput = { name: string; label: string; value: string; type: "date" | "number"; unit?: string };

export type FormFilters = {
  selects: readonly FormSelect[];
  lists: readonly CheckboxListProps[];
  inputs: readonly FormInput[];
  note?: string;
  words: { title: string; reset: string };
  resetHref: string;
};

export type FilterFormProps = {
  /** Where the form is sent, with what the person chose in the address: it works without a script. */
  action: string;
  /** What stays as it is. */
  kept: readonly { name: string; value: string }[];
  /** What is drawn: always in sight. */
  shown: readonly FormSelect[];
  /** Many of one kind: behind one tap. */
  list?: CheckboxListProps;
  /** Who is looked at: behind one tap. */
  filters?: FormFilters;
  words: { title: string; apply: string };
};

/** The one form of all views. */
export function FilterForm({ action, kept, shown, list, filters, words }: FilterFormProps) {
  return (
    <form method="get" action={action} aria-label={words.title} className="no-print grid gap-2">
      {kept.map(({ name, value }) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      {shown.length > 0 && (
        <div className="grid grid-cols-2 items-end gap-x-4 gap-y-3 desk:grid-cols-[repeat(auto-fit,minmax(12rem,1fr))]">
          {shown.map((select) => (
            <SelectField key={select.name} {...select} />
          ))}
          <Button type="submit" className="h-12 w-fit">
            {words.apply}
          </Button>
        </div>
      )}
      {list && (
        <Disclosure quiet summary={list.legend}>
          <div className="grid justify-items-start gap-3">
            <CheckboxList {...list} hideLegend />
            <Button type="submit" variant="secondary">
              {words.apply}
            </Button>
          </div>
        </Disclosure>
      )}
      {filters && <Filters {...filters} apply={words.apply} />}
    </form>
  );
}

function Filters({ selects, lists, inputs, note, words, resetHref, apply }: FormFilters & { apply: string }) {
  return (
    <Disclosure quiet summary={words.title}>
      <div className="grid gap-5">
        <div className="grid gap-4 sm:grid-cols-2 desk:grid-cols-4">
          {selects.map((select) => (
            <SelectField key={select.name} {...select} />
          ))}
        </div>
        {lists.map((each) => (
          <CheckboxList key={each.name} {...each} />
        ))}
        {inputs.length > 0 && (
          <div className="grid grid-cols-2 gap-4 desk:grid-cols-4">
            {inputs.map(({ name, label, value, type, unit }) => (
              <Field key={name} id={`cohort-${name}`} label={label}>
                {(control) => (
                  <Input
                    {...control}
                    name={name}
                    type={type === "date" ? "date" : "text"}
                    inputMode={type === "number" ? "decimal" : undefined}
                    defaultValue={value}
                    unit={unit}
                  />
                )}
              </Field>
            ))}
          </div>
        )}
        {note && <p className="text-muted text-sm">{note}</p>}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="secondary">
            {apply}
          </Button>
          <LinkButton variant="quiet" href={resetHref}>
            {words.reset}
          </LinkButton>
        </div>
      </div>
    </Disclosure>
  );
}

function SelectField({ name, label, value, options }: FormSelect) {
  return (
    <Field id={`cohort-${name}`} label={label}>
      {(control) => <Select {...control} name={name} options={options} defaultValue={value} />}
    </Field>
  );
}
