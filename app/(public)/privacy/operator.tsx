import { Section } from "@/components/ui/section";
import { environment } from "@/lib/env";
import { getTranslations } from "@/lib/i18n/server";

/** Who runs this installation, where it says so. */
export async function Operator() {
  const { OPERATOR_NAME: name, OPERATOR_CONTACT: contact } = environment();
  if (!name && !contact) return null;
  const t = await getTranslations("privacy.operator");
  return (
    <Section id="operator" title={t("title")}>
      <dl className="grid gap-2">
        {name && <Fact label={t("name")} value={name} />}
        {contact && <Fact label={t("contact")} value={contact} />}
      </dl>
    </Section>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex flex-wrap gap-x-2">
      <dt className="text-muted">{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
