import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, statfsSync, truncateSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Postgres } from "@/bench/postgres";
import { Load } from "./load";
import { Supervised } from "./supervised";
import type { Found, Outcome } from "./types";

export type Setting = { readonly postgres: Postgres; readonly folder: string; readonly secret: string; readonly quick: boolean };

type Breaking = (server: Supervised, load: Load) => Promise<void>;
type Fault = {
  readonly name: string;
  readonly times: number;
  readonly variables: Readonly<Record<string, string>>;
  readonly break: Breaking;
};

const port = 3450;
/** How long people work before, between and after. */
const calm = 1_500;

let made = 0;

/** Breaks something while people record and read, so many times, and counts what came of it. */
async function suffer({ folder, secret }: Setting, { name, times, variables, break: breakIt }: Fault): Promise<Outcome> {
  const server = new Supervised({
    port,
    logFile: path.join(folder, `${++made}.log`),
    dataFolder: path.join(folder, `${made}`),
    secret,
    variables: { API_RATE_LIMIT: "1000000", ...variables },
  });
  const seeded = server.prepare();
  try {
    await server.start();
    const load = await Load.begin(server.url, seeded);
    let recovery = 0;
    for (let time = 0; time < times; time++) {
      await pause(calm);
      await breakIt(server, load);
      recovery = Math.max(recovery, await load.recovers(60));
    }
    await pause(calm);
    await load.end();
    await server.stop();
    const found = server.look();
    const { lost, half, doubled } = compare(load.acknowledged, found);
    const wrong = [...new Set(load.wrong)];
    return {
      fault: name,
      times,
      acknowledged: load.acknowledged.size,
      lost,
      half,
      doubled,
      answers: load.answers,
      longest: load.longest,
      recovery,
      wrong,
    };
  } finally {
    await server.stop();
  }
}

/** Whole is what most are: all have the same measurements, and were answered by the same models. */
function compare(acknowledged: ReadonlySet<string>, found: readonly Found[]) {
  const marks = new Set(found.map(({ mark }) => mark));
  const measurements = Math.max(...found.map((each) => each.measurements));
  const predictions = Math.min(...found.map((each) => each.predictions));
  return {
    lost: [...acknowledged].filter((mark) => !marks.has(mark)).length,
    half: found.filter((each) => each.measurements !== measurements || predictions === 0 || !each.summary).length,
    doubled: found.length - marks.size,
  };
}

export async function killed(setting: Setting, where: "PostgreSQL" | "PGlite"): Promise<Outcome> {
  const variables: Fault["variables"] =
    where === "PostgreSQL" ? { DATABASE_URL: setting.postgres.database("killed") } : { DATA_DIR: path.join(setting.folder, "killed") };
  const times = setting.quick ? 2 : 10;
  return suffer(setting, {
    name: `Server killed (-9) while writing, over ${where}`,
    times,
    variables,
    break: async (server) => server.kill(),
  });
}

export async function restarted(setting: Setting): Promise<Outcome> {
  let immediate = false;
  return suffer(setting, {
    name: "PostgreSQL restarted, at once and in peace by turns",
    times: setting.quick ? 2 : 10,
    variables: { DATABASE_URL: setting.postgres.database("restarted") },
    break: async () => {
      immediate = !immediate;
      await setting.postgres.control("-m", immediate ? "immediate" : "fast", "restart");
    },
  });
}

export async function gone(setting: Setting): Promise<Outcome> {
  const seconds = setting.quick ? 8 : 30;
  return suffer(setting, {
    name: `PostgreSQL gone for ${seconds} s`,
    times: setting.quick ? 1 : 3,
    variables: { DATABASE_URL: setting.postgres.database("gone") },
    break: async () => {
      await setting.postgres.control("-m", "immediate", "stop");
      await pause(seconds * 1000);
      await setting.postgres.control("start");
    },
  });
}

/** The server starts again with a model that is not what its card says: it is refused, and the others answer. */
export async function corrupted(setting: Setting): Promise<Outcome> {
  const models = path.join(setting.folder, "models");
  cpSync("models", models, { recursive: true, filter: (file) => !file.includes("training") });
  const file = path.join(models, "injury-walk", "model.onnx");
  const whole = readFileSync(file);
  return suffer(setting, {
    name: "A model's file corrupted, and the server started again",
    times: setting.quick ? 1 : 5,
    variables: { DATABASE_URL: setting.postgres.database("corrupted"), MODELS_DIR: models },
    break: async (server, load) => {
      const broken = Buffer.from(whole);
      broken.fill(0, Math.floor(broken.length / 2), Math.floor(broken.length / 2) + 64);
      writeFileSync(file, broken);
      server.kill();
      await load.recovers(60);
      const told = await server.status();
      if (!told.includes('"degraded"') || !told.includes('{"name":"injury-walk","version":null,"status":"refused"}')) {
        load.wrong.push("the status does not name the model that is refused");
      }
      writeFileSync(file, whole);
      server.kill();
    },
  });
}

/** Connections that say their request a letter at a time: others are served meanwhile. */
export async function slow(setting: Setting): Promise<Outcome> {
  return suffer(setting, {
    name: "400 clients that send a letter a second",
    times: setting.quick ? 1 : 2,
    variables: { DATABASE_URL: setting.postgres.database("slow") },
    break: async (_, load) => {
      const sockets = Array.from({ length: 400 }, (_, index) => trickle(index % 2 === 0));
      await pause(setting.quick ? 5_000 : 90_000);
      const open = sockets.filter((socket) => !socket.destroyed).length;
      if (!setting.quick && open > 200) load.wrong.push(`${open} slow connections are still open`);
      for (const socket of sockets) socket.destroy();
      if (load.longest > 15) load.wrong.push("others waited");
    },
  });
}

function trickle(inHead: boolean): Socket {
  const socket = connect(port, "127.0.0.1");
  const head = `POST /api/v1/predictions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n`;
  let said = 0;
  const text = inHead ? head.repeat(10) : `${head}\r\n${" ".repeat(100_000)}`;
  if (!inHead) said = head.length + 2;
  socket.write(text.slice(0, said));
  const timer = setInterval(() => socket.write(text[said++] ?? " "), 1_000);
  socket.on("error", () => socket.destroy());
  socket.on("close", () => clearInterval(timer));
  return socket;
}

/** PGlite's disk is filled to the last byte, and freed. Needs root, for the disk is one of its own. */
export async function full(setting: Setting): Promise<Outcome | null> {
  if (process.getuid?.() !== 0) return null;
  const disk = path.join(setting.folder, "disk");
  mkdirSync(disk);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=160m", "tmpfs", disk], { stdio: "ignore" });
  } catch {
    return null;
  }
  const ballast = path.join(disk, "ballast");
  try {
    return await suffer(setting, {
      name: "PGlite's disk full for 5 s",
      times: setting.quick ? 1 : 3,
      variables: { DATA_DIR: path.join(disk, "data") },
      break: async () => {
        const { bavail, bsize } = statfsSync(disk);
        writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - 64 * 1024)));
        await pause(5_000);
        truncateSync(ballast);
      },
    });
  } finally {
    rmSync(ballast, { force: true });
    execFileSync("umount", ["-l", disk], { stdio: "ignore" });
  }
}
