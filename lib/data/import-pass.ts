import "server-only";
import { contentHash, type ProblemCode, type RowProblem, uuidOf } from "@/lib/exchange";
import { predict } from "@/lib/inference";
import { readContent } from "./assessment-rows";
import type { Transaction } from "./database";
import type { FileRow } from "./import-file";
import { peopleOf, type RowPerson } from "./import-people";
import { modelColumns, wasAdult } from "./model-columns";
import type { NewAssessment } from "./record-many";
import type { Viewer } from "./viewer";

type Taken = Extract<FileRow["checked"], { ok: true }>;
/** A row after it was held against the records. */
export type JudgedRow =
  | { kind: "refused"; row: FileRow; problems: readonly RowProblem[] }
  | { kind: "already_there"; row: FileRow }
  | { kind: "new"; row: FileRow; person: RowPerson; hash: string; testsLeftOut: number };

/** What each row is: new, there already (in the records, in this batch, or among `seen`), or refused with its reasons. */
export async function judge(
  client: Transaction,
  viewer: Viewer,
  rows: readonly FileRow[],
  { teamId, newAllowed, seen }: { teamId: string | null; newAllowed: boolean; seen?: ReadonlySet<string> },
): Promise<JudgedRow[]> {
  const taken = rows.flatMap((row) => (row.checked.ok ? [{ row, checked: row.checked }] : []));
  const people = await peopleOf(client, viewer, { teamId, references: taken.map(({ checked }) => checked.entry.athlete), newAllowed });
  const personOf = new Map(taken.map(({ row }, index) => [row, people[index]]));
  const there = await hashesThere(client, taken, personOf);
  return rows.map((row): JudgedRow => {
    const { checked } = row;
    if (!checked.ok) return { kind: "refused", row, problems: checked.problems };
    const person = personOf.get(row);
    if (!person?.ok) return refused(row, person?.error ?? "no_athlete");
    const { facts, measurements } = checked.entry;
    if (!wasAdult(person.value, facts)) return refused(row, "under_age");
    const hash = contentHash({ ...facts, measurements });
    const place = placeOf(person.value, hash);
    if (there.has(place) || seen?.has(place)) return { kind: "already_there", row };
    there.add(place);
    return { kind: "new", row, person: person.value, hash, testsLeftOut: checked.notes.length };
  });
}

/** What makes a row one: whose it is, and what it says. */
export const placeOf = (person: RowPerson, hash: string): string => `${person.key} ${hash}`;

const refused = (row: FileRow, code: ProblemCode): JudgedRow => ({ kind: "refused", row, problems: [{ column: null, value: "", code }] });

/** The content of what the people of these rows have, each under its person. */
async function hashesThere(
  client: Transaction,
  taken: readonly { row: FileRow; checked: Taken }[],
  personOf: ReadonlyMap<FileRow, Awaited<ReturnType<typeof peopleOf>>[number] | undefined>,
): Promise<Set<string>> {
  const ids = [...personOf.values()].flatMap((person) => (person?.ok && person.value.known ? [person.value.id] : []));
  const times = taken.map(({ checked }) => checked.entry.facts.measuredAt);
  const contents = taken.map(({ checked: { entry } }) => contentHash({ ...entry.facts, measurements: entry.measurements }));
  const submissions = contents.map(submissionOf);
  if (ids.length === 0) return new Set();
  const stored = await client.assessment.findMany({
    where: { athleteId: { in: [...new Set(ids)] }, OR: [{ measuredAt: { in: times } }, { submissionId: { in: submissions } }] },
    include: { measurements: true },
  });
  const hashes = new Set(
    stored.map((row) => {
      const { facts, measurements } = readContent(row);
      return `${row.athleteId} ${contentHash({ ...facts, measurements })}`;
    }),
  );
  // Imported before and corrected since: the row is there, in better words.
  const imported = new Set(stored.map(({ athleteId, submissionId }) => `${athleteId} ${submissionId}`));
  for (const id of new Set(ids)) {
    for (const hash of contents) if (imported.has(`${id} ${submissionOf(hash)}`)) hashes.add(`${id} ${hash}`);
  }
  return hashes;
}

/** What the models say of each new row, asked before the transaction that writes: they take a while. */
export async function answer(judged: readonly JudgedRow[]): Promise<ReadonlyMap<FileRow, Pick<NewAssessment, "columns" | "predictions">>> {
  const answers = new Map<FileRow, Pick<NewAssessment, "columns" | "predictions">>();
  for (const each of judged) {
    if (each.kind !== "new" || !each.row.checked.ok) continue;
    const { facts, measurements } = each.row.checked.entry;
    const columns = modelColumns(each.person, { ...facts, measurements });
    answers.set(each.row, { columns, predictions: await predict({ protocol: facts.protocol, reason: facts.reason, columns }) });
  }
  return answers;
}

/** The id under which a row's assessment is stored once: of its content, so that the same row again is the same submission. */
export const submissionOf = (hash: string): string => uuidOf(hash);

export const batchOf = 50;

/** The rows in batches. */
export async function* inBatches(rows: AsyncIterable<FileRow>): AsyncGenerator<FileRow[]> {
  let batch: FileRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length === batchOf) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
