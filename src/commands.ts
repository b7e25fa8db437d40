import { randomInt } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Kysely } from "kysely";
import { audit } from "./audit-commands.ts";
import type { DB } from "./platform/db/generated/schema.ts";
import type { Keyring } from "./platform/keys/keyring.ts";
import { holidays } from "./holiday-commands.ts";
import { keys } from "./key-commands.ts";
import { members } from "./member-commands.ts";
import { strangeSigns } from "./program/fields/plain-text.ts";
import { parseProgram } from "./program/parse.ts";
import { findAccountByEmail } from "./registry/accounts/account.query.ts";
import { createStaff } from "./registry/accounts/create.ts";
import { forgetAuthenticator } from "./registry/accounts/forget-authenticator.ts";
import type { Role } from "./registry/accounts/permissions.ts";
import { permissionsOf } from "./registry/accounts/permissions.ts";
import { ensureInstitution, publishProgram } from "./registry/programs/publish.ts";
import { readTemplateFiles } from "./registry/programs/template-files.ts";
import { sources } from "./source-commands.ts";

type Command = (args: readonly string[]) => Promise<void>;
type Services = { readonly owner: Kysely<DB>; readonly keyring: Keyring; readonly keyDir: string };

/**
 * What only the operator of the platform does, on the command line with the owner's connection:
 * institutions, programs, the first member of staff, and a lost authenticator.
 */
export function commandsWith(services: Services): Readonly<Record<string, Command>> {
  const commands: Readonly<Record<string, Command>> = {
    institution: (args) => addInstitution(services, args),
    publish: (args) => publish(services, args),
    staff: (args) => addStaff(services, args),
    "forget-authenticator": (args) => forget(services, args),
    audit: (args) => audit(services, args),
    sources: (args) => sources(services, args),
    members: (args) => members(services, args),
    holidays: (args) => holidays(services, args),
    keys: (args) => keys(services, args),
  };
  return Object.fromEntries(Object.entries(commands).map(([name, command]) => [name, inUtf8(command)]));
}

/** Refuses words that a terminal of another alphabet hands over broken: they would be kept like that. */
function inUtf8(command: Command): Command {
  return async (args) => {
    if (args.some((word) => strangeSigns.test(word))) throw new Error("A word of the command is not text in UTF-8.");
    await command(args);
  };
}

async function addInstitution({ owner, keyring }: Services, args: readonly string[]): Promise<void> {
  const [slug, id, en, zone] = args;
  if (!slug || !id || !en) throw usage('institution SLUG "NAMA" "NAME" [ZONE]');
  await ensureInstitution(owner, keyring, { slug, name: { id, en }, ...(zone ? { zone } : {}) });
  say(`The institution ${slug} stands.`);
}

async function publish({ owner }: Services, args: readonly string[]): Promise<void> {
  const [folder] = args;
  if (!folder) throw usage("publish FOLDER");
  const file = join(folder, "program.yaml");
  const parsed = parseProgram(await readFile(file, "utf8"));
  if (!parsed.ok) {
    throw new Error(
      parsed.problems.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`).join("\n"),
    );
  }
  const { changed } = await publishProgram(
    owner,
    parsed.program,
    null,
    await readTemplateFiles(folder, parsed.program),
  );
  say(`${parsed.program.program} ${changed ? "is published" : "was published already, with the same content"}.`);
}

async function addStaff({ owner, keyring }: Services, args: readonly string[]): Promise<void> {
  const [email, name, slug, role] = args;
  if (!email || !name || !slug || !role) throw usage('staff EMAIL "NAME" INSTITUTION ROLE');
  if (!isRole(role)) throw new Error(`There is no role ${role}. Known: ${Object.keys(permissionsOf).join(", ")}.`);
  const institution = await owner.selectFrom("institutions").select("id").where("slug", "=", slug).executeTakeFirst();
  if (!institution) throw new Error(`There is no institution ${slug}.`);
  if (await findAccountByEmail(owner, keyring, email)) {
    throw new Error("This address has an account already; the institution admin grants roles in the console.");
  }
  const password = firstPassword();
  await createStaff(owner, keyring, { email, name, password, roles: [{ institutionId: institution.id, role }] });
  say(`${email} may sign in with the password ${password}`);
  say("The first sign-in sets up the authenticator app; change the password then.");
}

async function forget({ owner, keyring }: Services, args: readonly string[]): Promise<void> {
  const [email] = args;
  if (!email) throw usage("forget-authenticator EMAIL");
  const account = await findAccountByEmail(owner, keyring, email);
  if (!account) throw new Error("There is no account with this address.");
  await forgetAuthenticator(owner, keyring, account.id);
  say("The authenticator is forgotten and every session ended; the next sign-in sets up a new one.");
}

function isRole(text: string): text is Role {
  return Object.hasOwn(permissionsOf, text);
}

/** Five groups of four: 100 bits, easy to copy. */
function firstPassword(): string {
  const alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join("");
  return Array.from({ length: 5 }, group).join("-");
}

function usage(text: string): Error {
  return new Error(`Usage: npm start -- ${text}`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
