"use client";

import { useTranslations } from "next-intl";
import { FieldError, Hint } from "../ui/messages";
import { useForm } from "./form-context";

const points = Array.from({ length: 11 }, (_, point) => String(point));

/** Pain from 0 to 10, unstated until it is stated. */
export function PainScale() {
  const t = useTranslations("assessment.complaint");
  const { initial, errors } = useForm();
  const options = [{ value: "", label: t("painUnstated") }, ...points.map((point) => ({ value: point, label: point }))];
  return (
    <fieldset id="pain" aria-describedby={errors.pain ? "pain-error pain-hint" : "pain-hint"} className="grid min-w-0 gap-2">
      <legend className="mb-2 font-medium">{t("pain")}</legend>
      <Hint id="pain">{t("painHint")}</Hint>
      <div className="grid grid-cols-6 gap-1 rounded-lg border border-edge bg-surface p-1 desk:grid-cols-12">
        {options.map(({ value, label }) => (
          <label
            key={value}
            className="relative grid min-h-11 place-items-center rounded-md font-medium has-checked:bg-accent has-checked:text-accent-ink has-[[value='']:checked]:bg-line has-[[value='']:checked]:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name="pain"
              value={value}
              defaultChecked={(initial.pain ?? "") === value}
              className="pointer-events-none absolute inset-0 opacity-0"
            />
            {value === "" ? (
              <>
                <span aria-hidden="true">–</span>
                <span className="sr-only">{label}</span>
              </>
            ) : (
              <span>{label}</span>
            )}
          </label>
        ))}
      </div>
      {errors.pain && <FieldError id="pain">{errors.pain}</FieldError>}
    </fieldset>
  );
}
