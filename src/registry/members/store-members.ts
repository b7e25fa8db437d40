import { sql, type Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import type { Key } from "../../platform/keys/seal.ts";
import { loginIndex } from "../identifiers/login-name.ts";
import { memberIndex, memberIndexes, openMember, sealMember, type Member, type MemberKey } from "./member.ts";
import type { ColumnProblem } from "./read-member.ts";

/** A line that was left out, from 1 with the heading; `column` is undefined where it is no line of the table at all. */
export interface BadMember {
  readonly line: number;
  readonly column?: ColumnProblem["column"];
  readonly problem: string;
}

/** What became of the lines: new, with other facts than before, as before, proved meanwhile and left alone, left out. */
export interface Imported {
  added: number;
  changed: number;
  unchanged: number;
  proved: number;
  badLines: number;
}

/** Lines that can be read, with their place in the file. */
export type Batch = readonly { readonly line: number; readonly member: Member }[];

interface Importing {
  readonly keyring: Keyring;
  readonly key: Key;
  readonly program: { readonly id: string; readonly institutionId: string };
  /** This import. */
  readonly load: string;
  readonly counts: Imported;
  readonly onBadLine: (bad: BadMember) => void;
}

/** A member who is there already, from this file or from before. */
interface Known {
  readonly id: string;
  readonly load: string;
  readonly proved: boolean;
  readonly member: Member | undefined;
}

/** Who is found by which index, in hexadecimal. */
type ByIndex = Map<string, Known>;

const kinds = ["number", "nik", "email"] as const satisfies readonly MemberKey[];

/** Writes those of a batch that contradict nobody; the others are told. Must be called for one batch after the other. */
export async function storeMembers(trx: Kysely<DB>, importing: Importing, batch: Batch): Promise<void> {
  const { counts, load, onBadLine } = importing;
  const lines = batch.map(({ line, member }) => ({ line, member, keys: keysOf(importing, member) }));
  const known = await findKnown(
    trx,
    importing,
    lines.flatMap(({ keys }) => [...keys.values()]),
  );
  const taken = await findTaken(trx, importing.keyring, batch);
  const rows: { id: string; member: Member }[] = [];
  const seen: string[] = [];
  for (const { line, member, keys } of lines) {
    const self = known.get(keys.get("number") ?? "");
    const bad = contradiction({ member, keys, known, self, load, taken: taken.has(member.number) });
    if (bad) {
      onBadLine({ line, ...bad });
      continue;
    }
    if (self && (self.proved || isSame(self.member, member))) {
      counts[self.proved ? "proved" : "unchanged"]++;
      seen.push(self.id);
    } else {
      counts[self ? "changed" : "added"]++;
      rows.push({ id: self?.id ?? uuidv7(), member });
    }
    const now: Known = { id: self?.id ?? rows.at(-1)?.id ?? "", load, proved: self?.proved ?? false, member };
    for (const index of keys.values()) known.set(index, now);
  }
  await write(trx, importing, rows);
  if (seen.length > 0) await trx.updateTable("members").set({ load }).where("id", "in", seen).execute();
}

/** What makes a line one that cannot be taken; undefined when nothing does. */
function contradiction(of: {
  readonly member: Member;
  readonly keys: ReadonlyMap<MemberKey, string>;
  readonly known: ByIndex;
  readonly self: Known | undefined;
  readonly load: string;
  readonly taken: boolean;
}): Omit<BadMember, "line"> | undefined {
  if (of.self?.load === of.load) return { column: "number", problem: "stands on an earlier line" };
  if (of.taken && !of.self?.proved) return { column: "number", problem: "was given here already" };
  for (const column of ["nik", "email"] as const) {
    const other = of.known.get(of.keys.get(column) ?? "");
    if (!other || other.id === of.self?.id) continue;
    // A mailbox may be a family's. The birth date then tells whose a number is.
    if (column === "email" && of.member.birthDate !== undefined && other.member?.birthDate !== undefined) continue;
    return { column, problem: other.load === of.load ? "stands on an earlier line" : "is another number's already" };
  }
  return undefined;
}

function keysOf({ keyring, program }: Importing, member: Member): Map<MemberKey, string> {
  return new Map(
    kinds.flatMap((kind) => {
      const value = member[kind];
      return value === undefined ? [] : [[kind, memberIndex(keyring, program.id, kind, value).toString("hex")]];
    }),
  );
}

async function findKnown(trx: Kysely<DB>, { key, program }: Importing, indexes: readonly string[]): Promise<ByIndex> {
  const { rows } = await sql<{
    id: string;
    load: string;
    proved: boolean;
    person_sealed: Buffer | null;
    indexes: string[];
  }>`
    with given as (select decode(hex, 'hex') as index from unnest(${indexes}::text[]) as hexes(hex))
    select m.id, m.load, m.account_id is not null as proved, m.person_sealed,
      array(select encode(one, 'hex') from unnest(array[m.number_index, m.number_index_b, m.nik_index, m.nik_index_b,
        m.email_index, m.email_index_b]) as one where one is not null) as indexes
    from members m where m.program_id = ${program.id}::uuid and (
      m.number_index in (select index from given) or m.number_index_b in (select index from given)
      or m.nik_index in (select index from given) or m.nik_index_b in (select index from given)
      or m.email_index in (select index from given) or m.email_index_b in (select index from given))`.execute(trx);
  const known: ByIndex = new Map();
  for (const { id, load, proved, person_sealed, indexes: its } of rows) {
    const member = person_sealed ? openMember(key, id, person_sealed) : undefined;
    for (const index of its) known.set(index, { id, load, proved, member });
  }
  return known;
}

/** Numbers that somebody has already without having been a member: given by a program, or a name to log in with. */
async function findTaken(trx: Kysely<DB>, keyring: Keyring, batch: Batch): Promise<ReadonlySet<string>> {
  const numbers = batch.map(({ member }) => member.number);
  const names = numbers.map((value) => loginIndex(keyring, { kind: "number", value }).toString("hex"));
  const { rows } = await sql<{ number: string }>`
    select g.number from unnest(${numbers}::text[], ${names}::text[]) as g(number, name)
    where exists (select from applications a where a.number = g.number)
      or exists (select from account_identifiers i where i.kind = 'number'
        and (i.blind_index = decode(g.name, 'hex') or i.blind_index_b = decode(g.name, 'hex')))`.execute(trx);
  return new Set(rows.map(({ number }) => number));
}

async function write(
  trx: Kysely<DB>,
  { keyring, key, program, load }: Importing,
  rows: readonly { readonly id: string; readonly member: Member }[],
): Promise<void> {
  if (rows.length === 0) return;
  await trx
    .insertInto("members")
    .values(
      rows.map(({ id, member }) => ({
        id,
        institution_id: program.institutionId,
        program_id: program.id,
        ...memberIndexes(keyring, program.id, member),
        person_sealed: sealMember(key, id, member),
        load,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .column("id")
        .doUpdateSet((eb) => ({
          nik_index: eb.ref("excluded.nik_index"),
          nik_index_b: eb.ref("excluded.nik_index_b"),
          email_index: eb.ref("excluded.email_index"),
          email_index_b: eb.ref("excluded.email_index_b"),
          person_sealed: eb.ref("excluded.person_sealed"),
          load: eb.ref("excluded.load"),
        }))
        // Its owner may have proved it in this very moment.
        .where("members.account_id", "is", null),
    )
    .execute();
}

function isSame(a: Member | undefined, b: Member): boolean {
  return a !== undefined && a.name === b.name && a.birthDate === b.birthDate && a.nik === b.nik && a.email === b.email;
}
