import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { dataFolder, EnvironmentError, modelsFolder, parseEnvironment, variableNames } from "./env";

const production = { NODE_ENV: "production", NEXTAUTH_SECRET: "s".repeat(32), NEXTAUTH_URL: "https://marcha.example" };

const complaint = (variables: Record<string, string | undefined>): string => {
  try {
    parseEnvironment(variables);
    return "";
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message;
    throw error;
  }
};

describe("parseEnvironment", () => {
  it("needs nothing in development: PGlite in .data", () => {
    expect(parseEnvironment({})).toEqual({
      NODE_ENV: "development",
      API_RATE_LIMIT: 300,
      API_RATE_LIMIT_ANONYMOUS: 60,
      DATABASE_POOL_SIZE: 10,
      DATA_DIR: ".data",
      MODELS_DIR: "models",
      RATE_LIMIT_FACTOR: 1,
      LOG_LEVEL: "info",
    });
  });

  it("takes an empty variable for one that is not set", () => {
    expect(parseEnvironment({ ...production, DATABASE_URL: "", GOOGLE_CLIENT_ID: " " })).toMatchObject({
      DATABASE_URL: undefined,
      GOOGLE_CLIENT_ID: undefined,
    });
    expect(parseEnvironment({ LOG_LEVEL: "", DATA_DIR: " ", MODELS_DIR: "", DATABASE_POOL_SIZE: "" })).toMatchObject({
      LOG_LEVEL: "info",
      DATA_DIR: ".data",
      MODELS_DIR: "models",
      DATABASE_POOL_SIZE: 10,
    });
  });

  it.each([
    ["DATABASE_URL", { DATABASE_URL: "mysql://x" }],
    ["DATABASE_POOL_SIZE", { DATABASE_POOL_SIZE: "none" }],
    ["NEXTAUTH_URL", { NEXTAUTH_URL: "javascript:alert(1)" }],
    ["NEXTAUTH_URL", { NEXTAUTH_URL: "" }],
    ["NEXTAUTH_SECRET", { NEXTAUTH_SECRET: undefined }],
    ["NEXTAUTH_SECRET", { NEXTAUTH_SECRET: "short" }],
    ["GOOGLE_CLIENT_SECRET", { GOOGLE_CLIENT_ID: "id" }],
    ["GOOGLE_CLIENT_ID", { GOOGLE_CLIENT_SECRET: "secret" }],
    ["SMTP_URL", { SMTP_URL: "mail.example.org", MAIL_FROM: "marcha@example.org" }],
    ["SMTP_URL", { MAIL_FROM: "marcha@example.org" }],
    ["MAIL_FROM", { SMTP_URL: "smtps://user:secret@mail.example.org" }],
    ["LOG_LEVEL", { LOG_LEVEL: "loud" }],
  ])("names %s", (name, wrong) => {
    expect(complaint({ ...production, ...wrong })).toContain(`${name}:`);
  });

  it("never repeats a value: it may be a secret", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8, maxLength: 31 }), (secret) => {
        const message = complaint({ ...production, NEXTAUTH_SECRET: secret, DATABASE_URL: `mysql://${secret}` });
        expect(message.includes(secret) && secret.trim() !== "").toBe(false);
      }),
    );
  });

  it("has every variable explained in .env.example", () => {
    const example = readFileSync(".env.example", "utf8");
    for (const name of variableNames.filter((each) => each !== "NODE_ENV")) {
      expect(example).toMatch(new RegExp(`^# ?${name}=|^${name}=`, "m"));
    }
  });
});

describe("folders", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("of records are never a guess, nor below what a build replaces", () => {
    vi.stubEnv("PWD", undefined);
    expect(() => dataFolder({ DATA_DIR: ".data" })).toThrow(EnvironmentError);
    expect(() => dataFolder({ DATA_DIR: ".data" })).toThrow("DATA_DIR:");
    expect(dataFolder({ DATA_DIR: "/var/marcha" })).toBe("/var/marcha");
    vi.stubEnv("PWD", "/srv/marcha/.next/standalone");
    expect(() => dataFolder({ DATA_DIR: ".data" })).toThrow("DATA_DIR:");
  });

  it("are meant from where the server was started, though it changes into its own folder", () => {
    const before = process.cwd();
    process.chdir("/");
    try {
      expect(dataFolder({ DATA_DIR: ".data" })).toBe(path.join(before, ".data"));
      expect(dataFolder({ DATA_DIR: "/var/marcha" })).toBe("/var/marcha");
      expect(modelsFolder({ MODELS_DIR: "models" })).toBe(path.join(before, "models"));
      expect(modelsFolder({ MODELS_DIR: "not-there" })).toBe("/not-there");
    } finally {
      process.chdir(before);
    }
  });
});
