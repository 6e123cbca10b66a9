import { existsSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const optionalText = z
  .string()
  .transform((text) => text.trim() || undefined)
  .optional();

const flag = z
  .enum(["", "0", "1", "false", "true"])
  .transform((text) => text === "1" || text === "true")
  .optional();

const variablesSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  DATABASE_URL: optionalText.pipe(
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, "must begin with postgresql://")
      .optional(),
  ),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(100).default(10),
  DATA_DIR: z.string().min(1).default(".data"),
  MODELS_DIR: z.string().min(1).default("models"),
  NEXTAUTH_URL: optionalText.pipe(z.url({ protocol: /^https?$/ }).optional()),
  AUTH_TRUST_HOST: flag,
  NEXTAUTH_SECRET: optionalText.pipe(z.string().min(32, "must have 32 characters or more").optional()),
  GOOGLE_CLIENT_ID: optionalText,
  GOOGLE_CLIENT_SECRET: optionalText,
  OPERATOR_NAME: optionalText,
  OPERATOR_CONTACT: optionalText,
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
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
 * A folder as the person who started the server means it. The standalone server changes into its own folder, which the next
 * build replaces: records must not be there.
 */
export function dataFolder(env: Pick<Environment, "DATA_DIR">): string {
  return path.resolve(startedFrom(), env.DATA_DIR);
}

/** The models beside where the server was started, else those that were packed with it. */
export function modelsFolder(env: Pick<Environment, "MODELS_DIR">): string {
  const beside = path.resolve(startedFrom(), env.MODELS_DIR);
  return existsSync(beside) ? beside : path.resolve(env.MODELS_DIR);
}

function startedFrom(): string {
  return process.env.PWD ?? process.cwd();
}
