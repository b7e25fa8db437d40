import { defineConfig } from "vitest/config";

/**
 * The driver asks each new connection for its array types and nobody waits for the answer, so a database that is killed
 * at that moment makes a rejection that cannot be caught. In the product `main.ts` goes on over it, and here too.
 */
function isDriversQuestion(error: object): boolean {
  const { query } = error as { readonly query?: unknown };
  return typeof query === "string" && query.includes("b.typarray\n      from pg_catalog.pg_type a");
}

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}", "scripts/**/*.test.ts", "bench/**/*.test.ts"],
    globalSetup: ["test/database.setup.ts"],
    // By itself it leaves a core free, and of two cores that is half: most tests wait for the database anyway.
    maxWorkers: "100%",
    // Generous: machines are shared, and what these guard against takes minutes or hours.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    onUnhandledError: (error) => !isDriversQuestion(error),
  },
});
