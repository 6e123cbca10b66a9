import { Input } from "../ui/input";
import { Label } from "../ui/label";
import { FieldError, Hint } from "../ui/messages";
import { Select } from "../ui/select";
import type { Words } from "./words";

export type BirthWords = Words<"label" | "hint" | "day" | "month" | "year">;

export type BirthDateProps = {
  words: BirthWords;
  /** In which the months are named. */
  locale: string;
  error?: string;
  values: Readonly<Record<string, string>>;
  /** In place of the hint for one's own birth date. */
  hint?: string;
  /** Whose: the browser offers the date only where it is the reader's own. */
  of?: "self" | "other";
};

/** Three fields: a calendar is a slow way to a year long past. */
export function BirthDate({ words, locale, error, values, hint, of = "self" }: BirthDateProps) {
  const monthName = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
  const months = Array.from({ length: 12 }, (_, month) => ({
    value: String(month + 1),
    label: monthName.format(Date.UTC(2000, month, 1)),
  }));
  const invalid = error ? true : undefined;
  return (
    <fieldset id="birth" aria-describedby={error ? "birth-error birth-hint" : "birth-hint"} className="grid min-w-0 gap-2">
      <legend className="mb-2 font-medium">{words.label}</legend>
      <Hint id="birth">{hint ?? words.hint}</Hint>
      <div className="grid grid-cols-[4.5rem_1fr_5.5rem] gap-3">
        <div className="grid gap-1">
          <Label htmlFor="birthDay" quiet>
            {words.day}
          </Label>
          <Input
            id="birthDay"
            name="birthDay"
            inputMode="numeric"
            autoComplete={of === "self" ? "bday-day" : "off"}
            maxLength={2}
            required
            aria-invalid={invalid}
            defaultValue={values.birthDay}
          />
        </div>
        <div className="grid gap-1">
          <Label htmlFor="birthMonth" quiet>
            {words.month}
          </Label>
          <Select
            id="birthMonth"
            name="birthMonth"
            options={months}
            placeholder="–"
            autoComplete={of === "self" ? "bday-month" : "off"}
            required
            aria-invalid={invalid}
            defaultValue={values.birthMonth ?? ""}
          />
        </div>
        <div className="grid gap-1">
          <Label htmlFor="birthYear" quiet>
            {words.year}
          </Label>
          <Input
            id="birthYear"
            name="birthYear"
            inputMode="numeric"
            autoComplete={of === "self" ? "bday-year" : "off"}
            maxLength={4}
            required
            aria-invalid={invalid}
            defaultValue={values.birthYear}
          />
        </div>
      </div>
      {error && <FieldError id="birth">{error}</FieldError>}
    </fieldset>
  );
}
