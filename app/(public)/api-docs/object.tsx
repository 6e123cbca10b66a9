import { DataTable } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import { getTranslations } from "@/lib/i18n/server";
import { Code, Described } from "./code";
import type { SchemaView } from "./document";
import { ObjectLink, TypeWords } from "./type-words";

type Props = {
  name: string;
  schema: SchemaView;
  /** The object whose fields this one has too: they are told once, there. */
  like?: { name: string; schema: SchemaView };
};

/** An object with its fields; what is inside of one is listed below it, by its path. */
export async function ObjectFields({ name, schema, like }: Props) {
  const t = await getTranslations("api.docs.operations");
  const rows = fieldsOf(schema).filter(({ path }) => !(path in (like?.schema.properties ?? {})));
  return (
    <Disclosure summary={name}>
      {/* Inside, so that a link to it opens it. */}
      <div id={`object-${name}`} className="grid gap-4">
        {schema.description && (
          <p lang="en" className="max-w-prose text-muted">
            <Described>{schema.description}</Described>
          </p>
        )}
        {like && <p>{t.rich("like", { link: () => <ObjectLink name={like.name} /> })}</p>}
        {rows.length > 0 && (
          <DataTable
            caption={t("fields", { name })}
            hideCaption
            dense
            columns={[
              { key: "name", label: t("name"), wrap: true },
              { key: "type", label: t("type"), wrap: true },
              { key: "meaning", label: t("meaning"), wrap: true },
            ]}
            rows={rows.map(({ path, field, required }) => ({
              id: path,
              cells: {
                name: (
                  <>
                    <Code>{path}</Code>
                    {required && <span className="ms-2 font-normal text-muted text-sm">{t("required")}</span>}
                  </>
                ),
                type: <TypeWords schema={field} />,
                meaning: field.description ? (
                  <span lang="en">
                    <Described>{field.description}</Described>
                  </span>
                ) : null,
              },
            }))}
          />
        )}
      </div>
    </Disclosure>
  );
}

type FieldRow = { path: string; field: SchemaView; required: boolean };

function fieldsOf({ properties = {}, required = [] }: SchemaView, before = ""): FieldRow[] {
  return Object.entries(properties).flatMap(([name, field]) => {
    const path = `${before}${name}`;
    const inner = [field, ...(field.items ? [field.items] : []), ...(field.oneOf ?? []), ...(field.anyOf ?? [])];
    const seen = new Set<string>();
    const below = inner
      .flatMap((each) => fieldsOf(each, `${path}${field.items === each ? "[]" : ""}.`))
      .filter((row) => !seen.has(row.path) && seen.add(row.path));
    return [{ path, field, required: required.includes(name) }, ...below];
  });
}
