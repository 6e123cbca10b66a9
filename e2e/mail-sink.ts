import { appendFileSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:net";

/** Names the file to which the letters of the journeys go. */
export const mailsVariable = "MARCHA_E2E_MAILS";

/** A mail server that takes every letter and keeps it, raw, in a file: one JSON string a line. */
export async function startMailSink(file: string): Promise<{ url: string; server: Server }> {
  const server = createServer((socket) => {
    let buffer = "";
    let letter: string[] | null = null;
    const say = (line: string) => socket.write(`${line}\r\n`);
    say("220 sink");
    socket.on("error", () => socket.destroy());
    socket.on("data", (data) => {
      buffer += data.toString("latin1");
      const lines = buffer.split("\r\n");
      buffer = lines.pop() ?? "";
      for (const line of lines) {
        if (letter === null) {
          if (/^DATA/i.test(line)) letter = [];
          say(letter ? "354 go on" : /^QUIT/i.test(line) ? "221 bye" : "250 ok");
        } else if (line === ".") {
          appendFileSync(file, `${JSON.stringify(letter.join("\r\n"))}\n`);
          letter = null;
          say("250 kept");
        } else letter.push(line.replace(/^\.\./, "."));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the mail sink has no port");
  return { url: `smtp://127.0.0.1:${address.port}`, server };
}

/** The letters to an address, oldest first, their text decoded. */
export function lettersTo(email: string): string[] {
  const file = process.env[mailsVariable] ?? "";
  const raw = readFileSync(file, { encoding: "utf8", flag: "a+" })
    .split("\n")
    .filter(Boolean)
    .map((line) => String(JSON.parse(line)));
  return raw.filter((letter) => letter.includes(`To: ${email}`) || letter.includes(`<${email}>`)).map(textOf);
}

function textOf(letter: string): string {
  const [head = "", ...rest] = letter.split("\r\n\r\n");
  const body = rest.join("\r\n\r\n");
  if (/content-transfer-encoding: base64/i.test(head)) return Buffer.from(body, "base64").toString("utf8");
  if (!/content-transfer-encoding: quoted-printable/i.test(head)) return Buffer.from(body, "latin1").toString("utf8");
  const bytes = body.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
