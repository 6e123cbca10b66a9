import { z } from "zod";

const scheme = "sm://";
const nameShape = /^[A-Za-z0-9_-]{1,255}$/;

/** Whether a variable stands for a secret: sm://NAME or sm://NAME/VERSION. */
export const isReference = (value: string | undefined): value is string => value?.startsWith(scheme) ?? false;

const tokenSchema = z.object({ access_token: z.string() });
const secretSchema = z.object({ payload: z.object({ data: z.base64() }) });

/** Where Google's services are asked; other places are for a rehearsal. */
export type SecretPlaces = { metadata: string; secretManager: string };

const places = (): SecretPlaces => ({
  metadata: `http://${process.env.GCE_METADATA_HOST ?? "metadata.google.internal"}`,
  secretManager: process.env.SECRET_MANAGER_ENDPOINT ?? "https://secretmanager.googleapis.com",
});

/**
 * The secrets that variables refer to, read as the service account that the instance runs as. Two plain requests, which need no
 * library: https://docs.cloud.google.com/secret-manager/docs/access-secret-version. Throws, naming the variable and nothing of its
 * value, where one cannot be read: a server without its secrets must not start.
 */
export async function fetchSecrets(
  references: Readonly<Record<string, string>>,
  { metadata, secretManager }: SecretPlaces = places(),
): Promise<Record<string, string>> {
  const own = (path: string) =>
    fetch(`${metadata}/computeMetadata/v1/${path}`, { headers: { "Metadata-Flavor": "Google" }, signal: AbortSignal.timeout(10_000) });
  const project = process.env.GOOGLE_CLOUD_PROJECT ?? (await (await own("project/project-id")).text());
  const { access_token: token } = tokenSchema.parse(await (await own("instance/service-accounts/default/token")).json());
  const read = async ([variable, reference]: [string, string]): Promise<[string, string]> => {
    const [name = "", version = "latest"] = reference.slice(scheme.length).split("/");
    if (!nameShape.test(name) || !nameShape.test(version)) throw new Error(`${variable} does not name a secret`);
    const answer = await fetch(`${secretManager}/v1/projects/${project}/secrets/${name}/versions/${version}:access`, {
      headers: { Authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(10_000),
    });
    if (!answer.ok) throw new Error(`${variable}: the secret ${name} cannot be read (${answer.status})`);
    const { payload } = secretSchema.parse(await answer.json());
    return [variable, Buffer.from(payload.data, "base64").toString("utf8").trim()];
  };
  return Object.fromEntries(await Promise.all(Object.entries(references).map(read)));
}
