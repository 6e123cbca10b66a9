import { RadioGroup } from "../ui/radio-group";
import { BirthDate, type BirthWords } from "./birth-date";
import { Consent, type ConsentWords } from "./consent";
import type { AccountFormState } from "./form-state";
import type { Words } from "./words";

export type PersonWords = {
  locale: string;
  birth: BirthWords;
  sex: Words<"label" | "hint">;
  sexes: Words<"female" | "male">;
  consent: ConsentWords;
};

/** Birth date, sex and consent: what every person states once. */
export function PersonFields({ words, state: { errors, values } }: { words: PersonWords; state: AccountFormState }) {
  return (
    <>
      <BirthDate words={words.birth} locale={words.locale} error={errors.birth} values={values} />
      <RadioGroup
        id="sex"
        name="sex"
        legend={words.sex.label}
        hint={words.sex.hint}
        error={errors.sex}
        required
        defaultValue={values.sex}
        options={[
          { value: "female", label: words.sexes.female },
          { value: "male", label: words.sexes.male },
        ]}
      />
      <Consent words={words.consent} error={errors.consent} given={values.consent === "yes"} />
    </>
  );
}
