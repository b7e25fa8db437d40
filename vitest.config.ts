import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * The driver asks each new connection for its array types and nobody waits for the answer, so a database that is killed
 * at that moment makes a rejection that cannot be caught. In the product `main.ts` goes on over it, and here too.
 */
function isDriversQuestion(error: object): boolean {
  const { query } = error as { readonly query?: unknown };
  return typeof query === "string" && query.includes("b.typarray\n      from pg_catalog.pg_type a");
}

const sources = join(import.meta.dirname, "src/");

/**
 * Begins with what goes through the whole product. By itself the longest files are first where nothing is known of an
 * earlier run, as in a fresh clone, and some of the longest runs stand in files of four lines: they came last, when one
 * core had nothing left to do.
 */
class WholeProductFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isOfSource = ({ moduleId }: TestSpecification) => Number(moduleId.startsWith(sources));
    return (await super.sort(files)).toSorted((one, other) => isOfSource(one) - isOfSource(other));
  }
}

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "#jsx", development: false } },
  test: {
    include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}", "scripts/**/*.test.ts", "bench/**/*.test.ts"],
    globalSetup: ["test/database.setup.ts"],
    // Files of one worker share what they import: importing it anew for each took more time than half of them.
    isolate: false,
    sequence: { sequencer: WholeProductFirst },
    // By itself it leaves a core free, and of two cores that is half: most tests wait for the database anyway.
    maxWorkers: "100%",
    // Generous: machines are shared, and what these guard against takes minutes or hours.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    onUnhandledError: (error) => !isDriversQuestion(error),
  },
});
