import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { getTranslations } from "@/lib/i18n/server";
import { Code, CodeBlock, Described } from "./code";
import { type ApiView, curlOf, exampleOf, type OperationView } from "./document";
import { TypeWords } from "./type-words";

type Props = { operation: OperationView; view: ApiView; origin: string };

export async function Operation({ operation, view, origin }: Props) {
  const t = await getTranslations("api.docs.operations");
  const { operationId: id, method, path, summary, description, requestBody } = operation;
  const body = requestBody?.content["application/json"]?.schema;
  return (
    <article aria-labelledby={`${id}-title`} id={id} className="grid min-w-0 gap-4 border-t pt-6">
      <div className="grid gap-2">
        <h3 id={`${id}-title`} lang="en" className="font-semibold">
          {summary}
        </h3>
        <p className="flex flex-wrap items-center gap-2">
          <Badge tone={method === "GET" ? "neutral" : "accent"}>{method}</Badge>
          <Code>{path}</Code>
        </p>
        <p lang="en" className="max-w-prose">
          <Described>{description}</Described>
        </p>
      </div>
      <Parameters operation={operation} />
      {body && (
        <p>
          {t("body")}: <TypeWords schema={body} />
        </p>
      )}
      <DataTable
        caption={t("answers")}
        label={`${summary}: ${t("answers")}`}
        dense
        columns={[
          { key: "status", label: t("status") },
          { key: "type", label: t("type"), wrap: true },
          { key: "meaning", label: t("meaning"), wrap: true },
        ]}
        rows={Object.entries(operation.responses).map(([status, { description: meaning, content }]) => {
          const schema = Object.values(content ?? {})[0]?.schema;
          return {
            id: status,
            cells: {
              status,
              type: schema ? <AnswerType schema={schema} /> : null,
              meaning: (
                <span lang="en">
                  <Described>{meaning}</Described>
                </span>
              ),
            },
          };
        })}
      />
      <div className="grid gap-2">
        <p className="text-muted text-sm">{t("example")}</p>
        <CodeBlock>{curlOf(operation, origin, exampleOf(operation, view))}</CodeBlock>
      </div>
    </article>
  );
}

/** A page of a list, or an object that is the operation's own, by its fields. */
function AnswerType({ schema }: { schema: Parameters<typeof TypeWords>[0]["schema"] }) {
  if (!schema.properties) return <TypeWords schema={schema} />;
  const fields = Object.entries(schema.properties);
  return (
    <ul className="grid gap-1">
      {fields.map(([name, field]) => (
        <li key={name}>
          <Code>{name}</Code>: <TypeWords schema={field} />
        </li>
      ))}
    </ul>
  );
}

async function Parameters({ operation: { parameters, summary } }: { operation: OperationView }) {
  const t = await getTranslations("api.docs.operations");
  if (parameters.length === 0) return null;
  return (
    <DataTable
      caption={t("parameters")}
      label={`${summary}: ${t("parameters")}`}
      dense
      columns={[
        { key: "name", label: t("name") },
        { key: "where", label: t("where") },
        { key: "type", label: t("type") },
        { key: "meaning", label: t("meaning"), wrap: true },
      ]}
      rows={parameters.map((parameter) => ({
        id: `${parameter.in} ${parameter.name}`,
        cells: {
          name: <Code>{parameter.name}</Code>,
          where: `${t(`in.${parameter.in}`)}${parameter.required ? `, ${t("required")}` : ""}`,
          type: <TypeWords schema={parameter.schema} />,
          meaning: (
            <span lang="en">
              <Described>{parameter.description ?? parameter.schema.description}</Described>
            </span>
          ),
        },
      }))}
    />
  );
}
