import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** The two of Google's services that a starting instance asks, on this machine: for tests and the rehearsal. */
export async function startGoogle(secrets: Readonly<Record<string, string>>): Promise<{ host: string; server: Server }> {
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    const name = /^\/v1\/projects\/rehearsal\/secrets\/([^/]+)\/versions\/latest:access$/.exec(path)?.[1];
    if (path.startsWith("/computeMetadata/") && request.headers["metadata-flavor"] !== "Google") response.writeHead(403).end();
    else if (path === "/computeMetadata/v1/project/project-id") response.end("rehearsal");
    else if (path.endsWith("/service-accounts/default/token")) response.end(JSON.stringify({ access_token: "a token" }));
    else if (!name || request.headers.authorization !== "Bearer a token") response.writeHead(404).end();
    else if (secrets[name] === undefined) response.writeHead(403).end();
    else response.end(JSON.stringify({ payload: { data: Buffer.from(secrets[name]).toString("base64") } }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
