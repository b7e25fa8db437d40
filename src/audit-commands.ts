import { readFile } from "node:fs/promises";
import type { Kysely } from "kysely";
import type { DB } from "./platform/db/generated/schema.ts";
import type { Keyring } from "./platform/keys/keyring.ts";
import { compareStates } from "./registry/audit/compare-states.ts";
import { auditPublicKey, type Head, readHead, writeHead } from "./registry/audit/heads.ts";
import { verifyAudit } from "./registry/audit/verify.ts";

type Services = { readonly owner: Kysely<DB>; readonly keyring: Pick<Keyring, "audit"> };

/** `npm run audit -- verify [--head FILE]` and `npm run audit -- head`. A difference ends with an error, so that scripts notice. */
export async function audit(services: Services, args: readonly string[]): Promise<void> {
  const [verb, option, file, ...more] = args;
  const known = more.length === 0 && (option === undefined || (option === "--head" && file !== undefined));
  if (verb === "verify" && known) return verify(services, file === undefined ? [] : await readHeads(file));
  if (verb === "head" && option === undefined) return printHead(services);
  throw new Error("Usage: npm run audit -- verify [--head FILE]\n       npm run audit -- head");
}

async function verify({ owner, keyring }: Services, copied: readonly Head[]): Promise<void> {
  const verified = await verifyAudit({ db: owner, publicKey: auditPublicKey(keyring), copied });
  const states = await compareStates(owner);
  const problems = [
    ...(verified.difference ? [`First difference: ${verified.difference.words}.`] : []),
    ...states.wrong.map(({ applicationId, words }) => `Application ${applicationId}: ${words}.`),
  ];
  if (problems.length > 0) throw new Error(problems.join("\n"));
  say(`The record is whole: ${verified.size} entries, ${verified.heads} heads compared.`);
  say(`The rows of ${states.count} applications agree with their events.`);
  if (copied.length === 0) {
    say("Compared with what the database says of itself only; --head FILE compares with heads that were copied out.");
  }
}

async function printHead({ owner }: Services): Promise<void> {
  const head = await owner.selectFrom("audit_heads").selectAll().orderBy("size", "desc").limit(1).executeTakeFirst();
  if (!head) throw new Error("Nothing is sealed yet.");
  say(writeHead(head));
}

/** One head or many, a line each; a last line that a crash cut off is none. */
async function readHeads(file: string): Promise<Head[]> {
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
  return lines.flatMap((line, index) => {
    try {
      return [readHead(line)];
    } catch (cause) {
      if (!line.trimEnd().endsWith("}")) return [];
      throw new Error(`${file}:${index + 1} is no head of a record`, { cause });
    }
  });
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
