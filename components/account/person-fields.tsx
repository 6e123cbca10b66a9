import { useTranslations } from "next-intl";
import { RadioGroup } from "../ui/radio-group";
import { BirthDate } from "./birth-date";
import { Consent } from "./consent";
import type { AccountFormState } from "./form-state";

/** Birth date, sex and consent: what every person states once. */
export function PersonFields({ state }: { state: AccountFormState }) {
  const t = useTranslations("account");
  const common = useTranslations("common.sex");
  const { errors, values } = state;
  return (
    <>
      <BirthDate error={errors.birth} values={values} />
      <RadioGroup
        id="sex"
        name="sex"
        legend={t("sex.label")}
        hint={t("sex.hint")}
        error={errors.sex}
        required
        defaultValue={values.sex}
        options={[
          { value: "female", label: common("female") },
          { value: "male", label: common("male") },
        ]}
      />
      <Consent error={errors.consent} given={values.consent === "yes"} />
    </>
  );
}
