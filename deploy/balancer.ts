import { createServer, request, type Server } from "node:http";

/** Sends each request to the next of the instances, as a front end does that knows no sessions. */
export async function startBalancer(instances: readonly string[], port: number): Promise<Server> {
  let turn = 0;
  const server = createServer((asked, answer) => {
    const target = new URL(asked.url ?? "/", instances[turn++ % instances.length]);
    const forwarded = {
      ...asked.headers,
      "x-forwarded-for": "127.0.0.1",
      "x-forwarded-proto": "http",
      "x-forwarded-host": asked.headers.host,
    };
    const passed = request(target, { method: asked.method, headers: forwarded }, (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
    });
    passed.on("error", () => answer.writeHead(502).end());
    asked.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(port, resolve));
  return server;
}
