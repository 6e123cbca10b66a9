import { createServer, type Server } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { parseEnvironment } from "./env";
import { sendMail, sendsMail } from "./mail";

const variables = vi.hoisted(() => ({ current: {} as Record<string, string> }));
vi.mock(import("./env"), async (original) => {
  const actual = await original();
  return { ...actual, environment: () => actual.parseEnvironment(variables.current) };
});

let server: Server | undefined;
afterEach(() => server?.close());

/** Speaks as much SMTP as one message needs, and keeps what it was told. */
async function startMailServer(answerToRecipient = "250 ok"): Promise<{ url: string; heard: () => string }> {
  let text = "";
  let inMessage = false;
  server = createServer((socket) => {
    socket.write("220 test\r\n");
    socket.on("data", (data) => {
      text += data.toString();
      for (const line of data.toString().split("\r\n").filter(Boolean)) {
        if (inMessage && line !== ".") continue;
        inMessage = line === "DATA";
        if (line.startsWith("RCPT")) socket.write(`${answerToRecipient}\r\n`);
        else socket.write(inMessage ? "354 go on\r\n" : line === "QUIT" ? "221 bye\r\n" : "250 ok\r\n");
      }
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { url: `smtp://127.0.0.1:${address.port}`, heard: () => text };
}

const mail = { to: "eva@example.org", subject: "Invitación", text: "https://marcha.example/invitations/token" };

describe("sendMail", () => {
  it("says where there is no mail server", async () => {
    variables.current = {};
    expect(sendsMail()).toBe(false);
    expect(await sendMail(mail)).toEqual({ ok: false, error: "not_configured" });
  });

  it("hands the message to the server, to the one recipient", async () => {
    const { url, heard } = await startMailServer();
    variables.current = { SMTP_URL: url, MAIL_FROM: "Marcha <marcha@example.org>" };
    expect(sendsMail()).toBe(true);
    expect(await sendMail(mail)).toEqual({ ok: true, value: null });
    expect(heard()).toContain("MAIL FROM:<marcha@example.org>");
    expect(heard().match(/RCPT TO:.*/g)).toEqual(["RCPT TO:<eva@example.org>"]);
    expect(heard()).toContain("https://marcha.example/invitations/token");
  });

  it("never sends to whom an address smuggles in", async () => {
    const { url, heard } = await startMailServer();
    variables.current = { SMTP_URL: url, MAIL_FROM: "marcha@example.org" };
    await sendMail({ ...mail, to: "eva@example.org, mallory@example.org\r\nBcc: mallory@example.org" });
    expect(heard().match(/^RCPT TO:.*/gm)).toHaveLength(1);
    expect(heard()).not.toMatch(/^RCPT TO:<mallory|^Bcc:/m);
  });

  it.each([
    ["a server that refuses", () => startMailServer("550 nobody here").then(({ url }) => url)],
    ["a server that is not there", async () => "smtp://127.0.0.1:1"],
  ])("answers for %s with a value", async (_name, start) => {
    variables.current = { SMTP_URL: await start(), MAIL_FROM: "marcha@example.org" };
    expect(await sendMail(mail)).toEqual({ ok: false, error: "not_sent" });
  });
});

it("a mail server's address is checked when the server starts", () => {
  expect(() => parseEnvironment({ SMTP_URL: "http://mail.example.org", MAIL_FROM: "x@example.org" })).toThrow("SMTP_URL:");
});
