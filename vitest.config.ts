import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}", "scripts/**/*.test.ts", "bench/**/*.test.ts"],
    globalSetup: ["test/database.setup.ts"],
    // Generous: machines are shared, and what these guard against takes minutes or hours.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
