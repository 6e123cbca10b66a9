import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { longestBody } from "./lib/http/longest-body";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  // Messages are taken apart when the app is built: no browser loads the parser, no server runs it.
  experimental: { messages: { path: "./lib/i18n/messages", format: "json", locales: ["es", "en"], precompile: true } },
});

const config: NextConfig = {
  output: "standalone",
  poweredByHeader: false,
  // The trace follows JavaScript only: the ONNX runtime's shared library and the models are named here.
  outputFileTracingIncludes: {
    "/assessments/*/report.pdf": [
      "node_modules/@fontsource/inter/files/inter-{latin,latin-ext,greek,cyrillic,vietnamese}-{400,600}-normal.woff",
    ],
    "/**": [`node_modules/onnxruntime-node/bin/napi-v6/${process.platform}/${process.arch}/*`, "models/*/model.onnx", "models/*/card.json"],
  },
  outputFileTracingExcludes: { "/**": [".data/**", ".venv/**", "models/training/**", "models/*/fixture.json", "e2e/**", "dist-app/**"] },
  experimental: {
    // An instance is ready sooner and smaller when it reads a page's code at its first visit, not every page's at its start.
    preloadEntriesOnStart: false,
    // What does not say how long it is gets no further into memory either (lib/http/door.ts refuses what does).
    proxyClientMaxBodySize: longestBody,
  },
  serverExternalPackages: ["onnxruntime-node", "@electric-sql/pglite", "@node-rs/argon2", "pino", "pg-boss"],
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
      ],
    },
    // What a document may do: a page's scripts and styles, which are none, are spared it a dozen times over.
    {
      source: "/((?!_next/static/).*)",
      headers: [
        { key: "X-Frame-Options", value: "DENY" },
        { key: "Referrer-Policy", value: "same-origin" },
        { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
        { key: "X-Permitted-Cross-Domain-Policies", value: "none" },
        { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), browsing-topics=()" },
      ],
    },
    // For programs: nothing of it is ever a page.
    { source: "/api/v1/:path*", headers: [{ key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" }] },
  ],
};

export default withNextIntl(config);
