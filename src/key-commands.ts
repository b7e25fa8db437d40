import type { Kysely } from "kysely";
import type { DB } from "./platform/db/generated/schema.ts";
import type { Keyring } from "./platform/keys/keyring.ts";
import { retireIndexKey, rotateIndexKey } from "./registry/keys/rotate-index.ts";
import { retireInstitutionKey, rotateInstitutionKey } from "./registry/keys/rotate-institution.ts";
import { type FileKey, type KeyServices, retireFileKey, rotateFileKey } from "./registry/keys/rotate.ts";
import { standOfKeys } from "./registry/keys/stand.ts";

const usage = `Usage: npm run keys -- status
       npm run keys -- rotate platform | pepper | index | institution SLUG [--settle SECONDS]
       npm run keys -- retire platform | pepper | index | institution SLUG [--settle SECONDS]`;

/** `npm run keys`: which keys there are, new ones in place of old ones, and the end of the old ones. */
export async function keys(
  services: { readonly owner: Kysely<DB>; readonly keyring: Keyring; readonly keyDir: string },
  args: readonly string[],
): Promise<void> {
  const { verb, name, slug, settleMs } = read(args);
  const { owner, keyring, keyDir: folder } = services;
  const all: KeyServices = { owner, keyring, folder, ...(settleMs === undefined ? {} : { settleMs }) };
  if (verb === "status") {
    for (const { key, id, inUse, values } of await standOfKeys(all)) {
      say(`${key}  ${id}  ${inUse ? "in use" : "old"}  ${values} values`);
    }
    return;
  }
  const what = slug === undefined ? `${name} key` : `key of ${slug}`;
  if (verb === "rotate") {
    say(`There is a new ${what}; ${await rotate(all, name, slug)} values follow it. \`retire\` destroys the old one.`);
    return;
  }
  await retire(all, name, slug);
  say(`Nothing needed the old ${what} any more; it is destroyed.`);
}

function rotate(services: KeyServices, name: Named, slug = ""): Promise<number> {
  if (name === "institution") return rotateInstitutionKey(services, slug);
  return name === "index" ? rotateIndexKey(services) : rotateFileKey(services, name);
}

function retire(services: KeyServices, name: Named, slug = ""): Promise<void> {
  if (name === "institution") return retireInstitutionKey(services, slug);
  return name === "index" ? retireIndexKey(services) : retireFileKey(services, name);
}

type Named = FileKey | "index" | "institution";

interface Asked {
  readonly verb: "status" | "rotate" | "retire";
  readonly name: Named;
  readonly slug: string | undefined;
  readonly settleMs: number | undefined;
}

function read(args: readonly string[]): Asked {
  const at = args.indexOf("--settle");
  const settle = at < 0 ? undefined : Number(args[at + 1]);
  const [verb, name = "platform", slug, ...more] = at < 0 ? args : [...args.slice(0, at), ...args.slice(at + 2)];
  if (settle !== undefined && !(settle >= 10 && settle <= 86_400)) throw new Error(usage);
  if (verb !== "status" && verb !== "rotate" && verb !== "retire") throw new Error(usage);
  if (more.length > 0 || (name === "institution") !== (slug !== undefined)) throw new Error(usage);
  if (verb !== "status" && args.length < 2) throw new Error(usage);
  if (name !== "platform" && name !== "pepper" && name !== "index" && name !== "institution") throw new Error(usage);
  const settleMs = settle === undefined ? undefined : settle * 1_000;
  return { verb, name, slug, settleMs };
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
