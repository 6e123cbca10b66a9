import type { ChildProcess } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { MarchaServer } from "@/e2e/server";
import type { Found, Seeded } from "./types";

/** The production server as a host keeps it: started again whenever it ends. */
export class Supervised extends MarchaServer {
  private wanted = false;

  prepare(): Seeded {
    this.migrate();
    return JSON.parse(lastLine(this.script("deploy/faults/inside.ts", "seed"))) as Seeded;
  }

  /** What is stored; beside a running server over PostgreSQL only. */
  look(): Found[] {
    return JSON.parse(lastLine(this.script("deploy/faults/inside.ts", "look"))) as Found[];
  }

  /** What it says of itself, as soon as it says anything. */
  async status(): Promise<string> {
    for (let attempt = 0; attempt < 100; attempt++) {
      const said = await fetch(`${this.url}/api/v1/status`)
        .then((response) => response.text())
        .catch(() => null);
      if (said !== null) return said;
      await pause(100);
    }
    return "";
  }

  /** As a crash ends it; the host starts it again. */
  kill(): void {
    this.child?.kill("SIGKILL");
  }

  override async start(): Promise<void> {
    this.wanted = true;
    await super.start();
  }

  override async stop(): Promise<void> {
    this.wanted = false;
    await super.stop("SIGKILL");
  }

  protected override launch(): ChildProcess {
    const child = super.launch();
    child.once("exit", () => this.wanted && setTimeout(() => this.wanted && this.launch(), 200));
    return child;
  }
}

const lastLine = (text: string): string => text.split("\n").at(-1) ?? "";
