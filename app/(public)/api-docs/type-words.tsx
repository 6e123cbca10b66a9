import { Fragment, type ReactNode } from "react";
import { Code } from "./code";
import { nameOfReference, type SchemaView } from "./document";

/** What a value may be, with a link where it is an object of its own. */
export function TypeWords({ schema }: { schema: SchemaView }): ReactNode {
  if (schema.$ref) return <ObjectLink name={nameOfReference(schema.$ref)} />;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return <Joined schemas={choices} />;
  if (schema.enum) return <Code>{schema.enum.map((value) => JSON.stringify(value)).join(" | ")}</Code>;
  if (schema.const !== undefined) return <Code>{JSON.stringify(schema.const)}</Code>;
  if (schema.items)
    return (
      <>
        list of <TypeWords schema={schema.items} />
      </>
    );
  const type = [schema.type ?? "any"].flat().join(" | ");
  return <Code>{schema.format ? `${type} (${schema.format})` : type}</Code>;
}

export function ObjectLink({ name }: { name: string }) {
  return (
    <a className="prose-link" href={`#object-${name}`}>
      {name}
    </a>
  );
}

function Joined({ schemas }: { schemas: readonly SchemaView[] }) {
  return schemas.map((schema, place) => (
    <Fragment key={JSON.stringify(schema)}>
      {place > 0 && " | "}
      <TypeWords schema={schema} />
    </Fragment>
  ));
}
