import { existsSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const optionalText = z
  .string()
  .transform((text) => text.trim() || undefined)
  .optional();

/** Text that stands for `value` where it is not set or empty. */
const textOr = (value: string) => optionalText.transform((text) => text ?? value);

const flag = z
  .enum(["", "0", "1", "false", "true"])
  .transform((text) => text === "1" || text === "true")
  .optional();

export const logLevelSchema = textOr("info").pipe(z.enum(["debug", "info", "warn", "error", "silent"]));

const variablesSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  DATABASE_URL: optionalText.pipe(
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, "must begin with postgresql://")
      .optional(),
  ),
  DATABASE_POOL_SIZE: textOr("10").transform(Number).pipe(z.number().int().min(1).max(100)),
  DATA_DIR: textOr(".data"),
  MODELS_DIR: textOr("models"),
  NEXTAUTH_URL: optionalText.pipe(z.url({ protocol: /^https?$/ }).optional()),
  AUTH_TRUST_HOST: flag,
  NEXTAUTH_SECRET: optionalText.pipe(z.string().min(32, "must have 32 characters or more").optional()),
  GOOGLE_CLIENT_ID: optionalText,
  GOOGLE_CLIENT_SECRET: optionalText,
  SMTP_URL: optionalText.pipe(z.url({ protocol: /^smtps?$/, error: "must begin with smtp:// or smtps://" }).optional()),
  MAIL_FROM: optionalText,
  OPERATOR_NAME: optionalText,
  OPERATOR_CONTACT: optionalText,
  API_RATE_LIMIT: textOr("300").transform(Number).pipe(z.number().int().min(1).max(1_000_000)),
  API_RATE_LIMIT_ANONYMOUS: textOr("60").transform(Number).pipe(z.number().int().min(1).max(1_000_000)),
  RATE_LIMIT_FACTOR: textOr("1").transform(Number).pipe(z.number().min(1).max(1_000_000)),
  OTEL_EXPORTER_OTLP_ENDPOINT: optionalText.pipe(z.url({ protocol: /^https?$/ }).optional()),
  OPERATOR_TOKEN: optionalText.pipe(z.string().min(32, "must have 32 characters or more").optional()),
  GOOGLE_CLOUD_PROJECT: optionalText,
  LOG_LEVEL: logLevelSchema,
});

/** Every variable the server reads. */
export const variableNames = Object.keys(variablesSchema.shape);

const environmentSchema = variablesSchema.superRefine((env, context) => {
  const need = (name: keyof typeof env, message: string) => context.addIssue({ code: "custom", path: [name], message });
  if (env.NODE_ENV === "production" && !env.NEXTAUTH_SECRET) need("NEXTAUTH_SECRET", "is needed in production");
  if (env.NODE_ENV === "production" && !env.NEXTAUTH_URL && !env.AUTH_TRUST_HOST) {
    need("NEXTAUTH_URL", "is needed in production (or AUTH_TRUST_HOST=1 behind a proxy that sets the host)");
  }
  if (Boolean(env.GOOGLE_CLIENT_ID) !== Boolean(env.GOOGLE_CLIENT_SECRET)) {
    need(env.GOOGLE_CLIENT_ID ? "GOOGLE_CLIENT_SECRET" : "GOOGLE_CLIENT_ID", "goes with the other Google variable: set both or none");
  }
  if (Boolean(env.SMTP_URL) !== Boolean(env.MAIL_FROM)) {
    need(env.SMTP_URL ? "MAIL_FROM" : "SMTP_URL", "goes with the other variable for e-mail: set both or none");
  }
});

export type Environment = z.infer<typeof environmentSchema>;

/** A variable is missing or wrong; the message names each one and never repeats its value. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

/** Parses the variables that `.env.example` explains. Throws {@link EnvironmentError}. */
export function parseEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = environmentSchema.safeParse(variables);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new EnvironmentError(`The environment does not fit .env.example:\n${lines.join("\n")}`);
}

let cached: Environment | undefined;

/** The environment of this process, parsed once. */
export function environment(): Environment {
  cached ??= parseEnvironment(process.env);
  return cached;
}

/**
 * The folder as the person who started the server means it. The standalone server changes into its own folder, which the next
 * build replaces: records must not be there. Throws {@link EnvironmentError} where they would be, or nobody can tell.
 */
export function dataFolder(env: Pick<Environment, "DATA_DIR">): string {
  if (!path.isAbsolute(env.DATA_DIR) && !process.env.PWD) throw misplaced("must be an absolute path where PWD is not set");
  const folder = path.resolve(startedFrom(), env.DATA_DIR);
  if (folder.split(path.sep).includes(".next")) throw misplaced("must not be below .next: the next build replaces it");
  return folder;
}

function misplaced(problem: string): EnvironmentError {
  return new EnvironmentError(`The environment does not fit .env.example:\n  DATA_DIR: ${problem}`);
}

/** What keys are drawn from. In production it is always there. */
export const secretOf = ({ NEXTAUTH_SECRET }: Pick<Environment, "NEXTAUTH_SECRET">): string => NEXTAUTH_SECRET ?? "marcha in development";

/** {@link secretOf} this process's environment. */
export const serverSecret = (): string => secretOf(environment());

/** The models beside where the server was started, else those that were packed with it. */
export function modelsFolder(env: Pick<Environment, "MODELS_DIR">): string {
  const beside = path.resolve(startedFrom(), env.MODELS_DIR);
  return existsSync(/* turbopackIgnore: true */ beside) ? beside : path.resolve(env.MODELS_DIR);
}

function startedFrom(): string {
  return process.env.PWD || process.cwd();
}
