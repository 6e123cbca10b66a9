import path from "node:path";
import type { NextConfig } from "next";

// Copied two folders below the repository's root, whose packages it uses.
const root = path.resolve(import.meta.dirname, "../..");

const config: NextConfig = {
  output: "standalone",
  poweredByHeader: false,
  turbopack: { root },
  outputFileTracingRoot: root,
  outputFileTracingIncludes: {
    "/**": [`../../node_modules/onnxruntime-node/bin/napi-v6/${process.platform}/${process.arch}/*`],
  },
  serverExternalPackages: ["onnxruntime-node"],
};

export default config;
