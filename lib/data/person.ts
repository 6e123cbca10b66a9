import "server-only";
import { predict } from "@/lib/inference";
import { fail, type Result, succeed } from "@/lib/result";
import { predictionRow, readContent, snapshot } from "./assessment-rows";
import { audit } from "./audit";
import { database } from "./database";
import type { Sex } from "./generated/enums";
import { modelColumns, wasAdult } from "./model-columns";
import { lockRecords } from "./record-locks";
import { summariseAthlete } from "./summaries";
import type { Viewer } from "./viewer";

export type PersonFacts = { name: string /** "YYYY-MM-DD" */; birthDate: string; sex: Sex };

const patience = { timeout: 120_000, maxWait: 30_000 };

/**
 * Corrects who the viewer is. Where birth date or sex change, every assessment gets a revision of its own and the models' answers
 * for it, all or nothing: results were worked out with them. `under_age`: somebody of that birth date was under 18 on the day
 * of an assessment.
 */
export async function correctPerson(
  viewer: Viewer,
  facts: PersonFacts,
): Promise<Result<{ recomputed: number }, "not_permitted" | "under_age">> {
  const athlete = await database().athlete.findFirst({ where: { userId: viewer.userId } });
  if (!athlete) return fail("not_permitted");
  const person = { birthDate: new Date(facts.birthDate), sex: facts.sex };
  const same = athlete.birthDate.getTime() === person.birthDate.getTime() && athlete.sex === person.sex;
  const rows = same
    ? []
    : await database().assessment.findMany({ where: { athleteId: athlete.id }, include: { measurements: true }, orderBy: { id: "asc" } });
  if (rows.some((row) => !wasAdult(person, row))) return fail("under_age");
  const answered = await inTurn(rows, async (row) => {
    const content = readContent(row);
    const columns = modelColumns(person, { ...content.facts, measurements: content.measurements });
    const { protocol, reason } = content.facts;
    return { row, content, columns, predictions: await predict({ protocol, reason, columns }) };
  });
  return database().$transaction(async (transaction) => {
    await lockRecords(transaction, [athlete.id]);
    await transaction.athlete.update({ where: { id: athlete.id }, data: { ...person, name: facts.name } });
    await transaction.user.update({ where: { id: viewer.userId }, data: { name: facts.name } });
    for (const { row, content, columns, predictions } of answered) {
      const { count } = await transaction.assessment.updateMany({
        where: { id: row.id, revision: row.revision },
        data: { revision: row.revision + 1 },
      });
      // Corrected or deleted meanwhile by somebody else: they come first, and this is tried again by the person.
      if (count === 0) throw new Error("an assessment was changed while the person was corrected");
      await transaction.assessmentRevision.create({
        data: { assessmentId: row.id, revision: row.revision, before: snapshot(content), replacedById: viewer.userId },
      });
      await transaction.prediction.createMany({
        data: predictions.map((entry) => predictionRow(row.id, row.revision + 1, entry, columns)),
      });
    }
    await summariseAthlete(transaction, athlete.id);
    await audit(transaction, { actor: viewer.userId, subject: viewer.userId, action: "person.corrected" });
    return succeed({ recomputed: answered.length });
  }, patience);
}

/** One after the other: the models compute on the thread that answers everybody. */
async function inTurn<Item, Outcome>(items: readonly Item[], work: (item: Item) => Promise<Outcome>): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const item of items) outcomes.push(await work(item));
  return outcomes;
}
