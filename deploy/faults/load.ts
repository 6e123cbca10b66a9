import { setTimeout as pause } from "node:timers/promises";
import { formOf } from "@/bench/form";
import type { Seeded } from "./types";

/** People who record and read without a break, as programs and browsers do: what is not acknowledged is sent again until it is. */
export class Load {
  readonly acknowledged = new Set<string>();
  readonly answers: Record<string, number> = {};
  readonly wrong: string[] = [];
  longest = 0;
  private stopped = false;
  private readonly people: Promise<void>[];
  private readonly read = new Set<string>();

  constructor(
    private readonly url: string,
    private readonly seeded: Seeded,
    private readonly form: { type: string; body: string },
  ) {
    this.people = [this.programs(0), this.programs(1), this.programs(2), this.browser(), this.reader()];
  }

  /** The form as the server draws it, once, before anything breaks. */
  static async begin(url: string, seeded: Seeded): Promise<Load> {
    const fields = { ...seeded.fields, notes: "{mark}", submissionId: "{submission}" };
    return new Load(url, seeded, await formOf(`${url}/assessments/new`, seeded.cookie, fields));
  }

  /** Waits until something more is acknowledged; how long that took, in seconds. */
  async recovers(patience: number): Promise<number> {
    const [before, begun] = [this.acknowledged.size, performance.now()];
    while (this.acknowledged.size === before) {
      if (performance.now() - begun > patience * 1000) {
        this.wrong.push(`nothing was acknowledged for ${patience} s afterwards`);
        return patience;
      }
      await pause(20);
    }
    return (performance.now() - begun) / 1000;
  }

  async end(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.people);
  }

  private async programs(person: number): Promise<void> {
    for (let count = 0; !this.stopped; count++) {
      const mark = `fault program ${person} ${count} ${crypto.randomUUID()}`;
      await this.until(mark, 201, () =>
        fetch(`${this.url}/api/v1/athletes/${this.seeded.athleteId}/assessments`, {
          method: "POST",
          headers: {
            Authorization: `Bearer ${this.seeded.token}`,
            "Content-Type": "application/json",
            "Idempotency-Key": mark.replaceAll(" ", "-"),
          },
          body: JSON.stringify({ ...this.seeded.body, notes: mark }),
          signal: AbortSignal.timeout(20_000),
        }),
      );
    }
  }

  private async browser(): Promise<void> {
    for (let count = 0; !this.stopped; count++) {
      const [mark, submission] = [`fault browser ${count} ${crypto.randomUUID()}`, crypto.randomUUID()];
      const location = await this.until(mark, 303, () =>
        fetch(`${this.url}/assessments/new`, {
          method: "POST",
          redirect: "manual",
          headers: { Cookie: this.seeded.cookie, "Content-Type": this.form.type, Origin: this.url },
          body: this.form.body.replace("{mark}", mark).replace("{submission}", submission),
          signal: AbortSignal.timeout(20_000),
        }),
      );
      if (location) this.read.add(location);
    }
  }

  private async reader(): Promise<void> {
    while (!this.stopped) {
      const [path = "/dashboard"] = [...this.read].slice(-1);
      await this.ask(() =>
        fetch(new URL(path, this.url), { headers: { Cookie: this.seeded.cookie }, signal: AbortSignal.timeout(20_000) }),
      );
      await pause(50);
    }
  }

  /** Sends it until it is acknowledged, or until all end. */
  private async until(mark: string, stored: number, send: () => Promise<Response>): Promise<string | null> {
    while (!this.stopped) {
      const response = await this.ask(send);
      if (response?.status === stored) {
        this.acknowledged.add(mark);
        return response.headers.get("location");
      }
      await pause(100);
    }
    return null;
  }

  private async ask(send: () => Promise<Response>): Promise<Response | null> {
    const begun = performance.now();
    try {
      const response = await send();
      const text = await response.text();
      this.count(String(response.status));
      this.judge(response, text);
      return response;
    } catch (error) {
      this.count(error instanceof DOMException ? "no answer in 20 s" : "no connection");
      if (error instanceof DOMException) this.wrong.push("somebody waited 20 s for an answer");
      return null;
    } finally {
      this.longest = Math.max(this.longest, (performance.now() - begun) / 1000);
    }
  }

  private count(answer: string): void {
    this.answers[answer] = (this.answers[answer] ?? 0) + 1;
  }

  private judge({ status, headers, url }: Response, text: string): void {
    const where = new URL(url).pathname.replace(/[0-9a-f-]{36}/g, "[id]");
    if (status >= 500 && status !== 503) this.wrong.push(`${where} answered ${status}`);
    if (status === 503 && !headers.get("retry-after")) this.wrong.push(`${where} answered 503 without Retry-After`);
    if (/\n\s+at .+:\d+:\d+|PrismaClient|ECONNREFUSED/.test(text)) this.wrong.push(`${where} told of its insides (${status})`);
    if (![200, 201, 303, 307, 409, 503].includes(status) && status < 500) this.wrong.push(`${where} answered ${status}`);
  }
}
