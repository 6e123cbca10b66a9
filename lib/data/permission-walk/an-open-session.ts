import { randomUUID } from "node:crypto";
import { keepSession } from "../open-sessions";
import type { Viewer } from "../viewer";

const day = 24 * 60 * 60_000;

/** The id of a session that somebody has open. */
export async function anOpenSession({ userId }: Viewer): Promise<string> {
  const id = randomUUID();
  const [begunAt, until] = [new Date(), new Date(Date.now() + day)];
  await keepSession({ id, userId, sessionVersion: 0, means: "password", shared: false, device: "Chrome · Android", begunAt, until });
  return id;
}
