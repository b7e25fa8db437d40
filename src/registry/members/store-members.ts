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

/** A line with what it is found by, in hexadecimal. */
interface Keyed {
  readonly member: Member;
  readonly keys: ReadonlyMap<MemberKey, string>;
}

/** Who is found by which index, in hexadecimal. */
type Held = Pick<ReadonlyMap<string, Known>, "get">;

const kinds = ["number", "nik", "email"] as const satisfies readonly MemberKey[];

/**
 * Writes those of a batch that contradict nobody; the others are told. Gives back those that want what another number
 * still has, which a later line may take from it: store them once more, all in one batch, as `last`. Must be called for
 * one batch after the other.
 */
export async function storeMembers(trx: Kysely<DB>, importing: Importing, batch: Batch, last = false): Promise<Batch> {
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
  const later: { line: number; member: Member }[] = [];
  const judge = (line: Keyed, held: Held): Contradiction | undefined => contradiction({ ...line, held, load, taken });
  if (last) letGo(known, lines, { load, judge });
  for (const keyed of lines) {
    const { line, member, keys } = keyed;
    const self = known.get(keys.get("number") ?? "");
    const bad = judge(keyed, known);
    if (bad?.passes === true && !last) {
      later.push({ line, member });
      continue;
    }
    if (bad) {
      onBadLine({ line, column: bad.column, problem: bad.problem });
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
  if (seen.length > 0) await trx.updateTable("members").set({ load }).where(isOne(seen)).execute();
  return later;
}

/**
 * Takes from numbers what their own lines give up, so that they may swap. A number whose line cannot be taken keeps what
 * it has, also where an earlier line took what it wants: then whoever wants that cannot be taken either, and so on until
 * nothing changes.
 */
function letGo(
  known: Map<string, Known>,
  lines: readonly Keyed[],
  { load, judge }: { readonly load: string; readonly judge: (line: Keyed, held: Held) => unknown },
): void {
  const idOf = ({ keys }: Keyed) => known.get(keys.get("number") ?? "")?.id;
  const moving = new Map<string, Keyed>();
  for (const line of lines) {
    const id = idOf(line);
    if (id !== undefined && !moving.has(id)) moving.set(id, line);
  }
  const freed = (index: string, { id }: Known) => {
    const line = moving.get(id);
    return line !== undefined && ![...line.keys.values()].includes(index);
  };
  const left = (index: string) => {
    const has = known.get(index);
    return has && !freed(index, has) ? has : undefined;
  };
  // From the end first: a column that slipped by a line is a chain, which would fall apart by one line each time round.
  for (const [id, line] of [...moving].toReversed()) if (judge(line, { get: left }) !== undefined) moving.delete(id);
  for (let before = -1; before !== moving.size;) {
    before = moving.size;
    const given = new Map<string, Known>();
    const held = { get: (index: string) => given.get(index) ?? left(index) };
    for (const line of lines) {
      const id = idOf(line);
      const taken = { id: id ?? "", load, proved: false, member: line.member };
      if (judge(line, held) === undefined) for (const index of line.keys.values()) given.set(index, taken);
      else if (id !== undefined && moving.get(id) === line) moving.delete(id);
    }
  }
  for (const [index, has] of known) if (freed(index, has)) known.delete(index);
}

/** Why a line cannot be taken; `passes` where that may be otherwise once all lines were read. */
interface Contradiction extends Required<Omit<BadMember, "line">> {
  readonly passes?: true;
}

/** What makes a line one that cannot be taken; undefined when nothing does. */
function contradiction(
  of: Keyed & {
    readonly held: Held;
    readonly load: string;
    readonly taken: ReadonlySet<string>;
  },
): Contradiction | undefined {
  const { member, keys, held, load } = of;
  const self = held.get(keys.get("number") ?? "");
  if (self?.load === load) return { column: "number", problem: "stands on an earlier line" };
  if (of.taken.has(member.number) && !self?.proved) return { column: "number", problem: "was given here already" };
  for (const column of ["nik", "email"] as const) {
    const other = held.get(keys.get(column) ?? "");
    if (!other || other.id === self?.id) continue;
    // A mailbox may be a family's. The birth date then tells whose a number is.
    if (column === "email" && member.birthDate !== undefined && other.member?.birthDate !== undefined) continue;
    if (other.load === load) return { column, problem: "stands on another line" };
    return { column, problem: "is another number's already", passes: true };
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

async function findKnown(
  trx: Kysely<DB>,
  { key, program }: Importing,
  indexes: readonly string[],
): Promise<Map<string, Known>> {
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
  const known = new Map<string, Known>();
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

type Rows = readonly { readonly id: string; readonly member: Member }[];

/** So many are written by one statement. */
const ROWS = 1000;

async function write(trx: Kysely<DB>, importing: Importing, rows: Rows): Promise<void> {
  if (rows.length === 0) return;
  // Row by row: of two that swap, the first would take what the second still has.
  await trx
    .updateTable("members")
    .set({ nik_index: null, nik_index_b: null })
    .where(isOne(rows.map(({ id }) => id)))
    .execute();
  // A statement takes so many values and no more, and all that swap come at once.
  for (let from = 0; from < rows.length; from += ROWS) await put(trx, importing, rows.slice(from, from + ROWS));
}

async function put(trx: Kysely<DB>, { keyring, key, program, load }: Importing, rows: Rows): Promise<void> {
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

/** Whether a row is one of so many, however many they are. */
function isOne(ids: readonly string[]) {
  return sql<boolean>`id = any(${[...ids]}::uuid[])`;
}

function isSame(a: Member | undefined, b: Member): boolean {
  return a !== undefined && a.name === b.name && a.birthDate === b.birthDate && a.nik === b.nik && a.email === b.email;
}
