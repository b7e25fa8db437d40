import { afterAll, beforeAll, expect, test } from "vitest";
import { limitsOn } from "../../src/platform/limits.ts";
import { hashQueue } from "../../src/registry/accounts/hash-queue.ts";
import { passwordsWith } from "../../src/registry/accounts/passwords.ts";
import { register } from "../../src/registry/accounts/register.ts";
import { lookUpAccount } from "../../src/registry/desk/look-up.ts";
import { deskRules } from "../../src/registry/desk/rules.ts";
import { askNumberProof } from "../../src/registry/members/ask-proof.ts";
import { beginRecovery } from "../../src/registry/recovery/begin.ts";
import { subscribe } from "../../src/registry/subscriptions/subscribe.ts";
import { lookUpTicket } from "../../src/registry/tickets/look-up.ts";
import { newTicketNumber } from "../../src/registry/tickets/ticket-number.ts";
import { getTicket } from "../../src/registry/tickets/ticket.query.ts";
import { anAccount, aReviewer, reviewWorld, type ReviewWorld } from "../applications.ts";
import { someMembers } from "../members.ts";
import { testPassword } from "../people.ts";
import { sameDistribution } from "../same-distribution.ts";
import { publishFrom } from "../seed.ts";
import { aTicket } from "../tickets.ts";

/** Wrong facts that one ticket number bears without a wait. */
const FREE = 4;
const LOOKS = 500;
const OTHERS = 40;

let world: ReviewWorld;
beforeAll(async () => {
  world = await reviewWorld();
});
afterAll(() => world.close());

let network = 0;
/** Another network for each try, so that none is refused. */
function elsewhere(): string {
  network++;
  return `10.${network >> 16}.${(network >> 8) & 255}.${network & 255}`;
}

type Side = "known" | "unknown";
const sides = ["known", "unknown"] as const;
type Try = (side: Side, at: number) => Promise<unknown>;

interface Compared {
  /** Tries of each side in a sitting, and of both at once: each waits the better part of its time. */
  readonly each: number;
  readonly atOnce: number;
  /** What a sitting needs, and the try that it makes. */
  readonly begin: (sitting: number) => Promise<Try>;
}

/** How probable it is that chance alone makes the two sides differ as they do, over tries of both, mixed. */
async function sitting({ each, atOnce }: Compared, attempt: Try): Promise<number> {
  const times: Record<Side, number[]> = { known: [], unknown: [] };
  for (let begin = 0; begin < each; begin += atOnce / 2) {
    const crowd = Array.from({ length: atOnce }, (_, at) => ({
      // Which of the two comes first changes, so that neither gets the warmer place.
      side: sides[(at + (at >> 1)) % 2] ?? "known",
      at: begin + (at >> 1),
    }));
    await Promise.all(
      crowd.map(async ({ side, at }) => {
        const begun = performance.now();
        await attempt(side, at);
        times[side].push(performance.now() - begun);
      }),
    );
  }
  return sameDistribution(times.known, times.unknown);
}

/** Chance alone brings one sitting in a hundred below; a real difference brings all three. */
async function expectAlike(compared: Compared): Promise<void> {
  const chances: number[] = [];
  while (chances.length < 3 && !chances.some((chance) => chance > 0.01)) {
    chances.push(await sitting(compared, await compared.begin(chances.length)));
  }
  expect(Math.max(...chances)).toBeGreaterThan(0.01);
}

/** The least that argon2 takes: what is told apart here is the work around the hash. */
const cheap = { memoryCost: 64, timeCost: 1, parallelism: 1 };

function services() {
  const { database, keyring, catalog } = world;
  const limits = limitsOn(database.web.sql, keyring);
  return { db: database.web.kysely, keyring, catalog, limits, passwords: passwordsWith(keyring, hashQueue(), cheap) };
}

const emailOf = (side: Side, round: number, at: number) => `${side}.${round}.${at}@contoh.example`;

/** Addresses that accounts have, for the known side of a sitting. */
async function someAccounts(round: number): Promise<void> {
  for (let at = 0; at < OTHERS; at++) await anAccount(world, "Siti Contoh", emailOf("known", round, at));
}

test("a ticket number that exists and one that does not are told apart by no clock, in a thousand tries", async () => {
  const shared = services();
  const begin = async (round: number): Promise<Try> => {
    const numbers: Record<Side, string[]> = { known: [], unknown: [] };
    for (let made = 0; made < LOOKS / FREE; made++) {
      const who = `${round}.${made}`;
      const person = { name: `Penanya ${who}`, email: `penanya.${who}@contoh.example` };
      const id = await aTicket(world, world.institutionId, person);
      numbers.known.push((await getTicket(shared, id)).content.number);
      numbers.unknown.push(newTicketNumber());
    }
    return async (side, at) => {
      const number = numbers[side][Math.floor(at / FREE)] ?? "";
      const wrong = { number, birthDate: "1999-09-09", email: "", network: elsewhere() };
      expect(await lookUpTicket(shared, wrong)).toBeUndefined();
    };
  };
  await expectAlike({ each: LOOKS, atOnce: 20, begin });
}, 240_000);

test("a recovery begun for a known address and for an unknown one are told apart by no clock", async () => {
  const begin = async (round: number): Promise<Try> => {
    await someAccounts(round);
    return (side, at) => {
      const name = { kind: "email", value: emailOf(side, round, at) } as const;
      return beginRecovery(services(), { name, way: "email", network: elsewhere() });
    };
  };
  await expectAlike({ each: OTHERS, atOnce: 4, begin });
}, 240_000);

test("a registration with an address that has an account and with a new one are told apart by no clock", async () => {
  const begin = async (sitting: number): Promise<Try> => {
    const round = 10 + sitting;
    await someAccounts(round);
    const person = { name: "Siti Contoh", password: testPassword, language: "id", agreed: "Kebijakan" } as const;
    return (side, at) => register(services(), { ...person, email: emailOf(side, round, at), network: elsewhere() });
  };
  await expectAlike({ each: OTHERS, atOnce: 4, begin });
}, 240_000);

test("whoever is on a list already and whoever is not are told apart by no clock", async () => {
  await publishFrom(world, "programs/berita-terdaftar");
  const program = await world.catalog.get("berita-terdaftar");
  const begin = async (sitting: number): Promise<Try> => {
    const round = 20 + sitting;
    const ask = (side: Side, at: number) => {
      const person = { name: "Siti Contoh", email: emailOf(side, round, at) };
      return subscribe(services(), { ...person, program, language: "id", network: elsewhere() });
    };
    await Promise.all(Array.from({ length: OTHERS }, (_, at) => ask("known", at)));
    await world.database.owner.sql`update subscriptions set status = 'confirmed', confirmed_at = app_now()`;
    return ask;
  };
  await expectAlike({ each: OTHERS, atOnce: 4, begin });
}, 240_000);

test("an officer's clock does not tell somebody who never applied there from a name that nobody has", async () => {
  const desk = { ...services(), db: world.database.staff.kysely };
  const institutions = [world.institutionId];
  const begin = async (sitting: number): Promise<Try> => {
    const round = 30 + sitting;
    await someAccounts(round);
    const officers: string[] = [];
    while (officers.length < (2 * LOOKS) / deskRules.lookups.most) {
      officers.push(await aReviewer(world, world.institutionId, ["agent"]));
    }
    let looks = 0;
    return async (side, at) => {
      const actorId = officers[looks++ % officers.length] ?? "";
      const name = { kind: "email", value: emailOf(side, round, at % OTHERS) } as const;
      expect(await lookUpAccount(desk, { actorId, institutions, name, purpose: "unlock" })).toBeUndefined();
    };
  };
  await expectAlike({ each: LOOKS, atOnce: 2, begin });
}, 240_000);

test("a member's number with right facts and one that nobody has are told apart by no clock", async () => {
  await publishFrom(world, "programs/pamjaki-anggota");
  const begin = async (round: number): Promise<Try> => {
    const numberOf = (at: number) => `PMJ-201${round}-${String(at + 1).padStart(5, "0")}`;
    const second = (at: number) => ({ kind: "email" as const, value: `anggota.${round}.${at}@contoh.example` });
    const facts = { name: "Siti Contoh", birth_date: "1990-05-17" };
    const members = Array.from({ length: OTHERS }, (_, at) => ({
      ...facts,
      number: numberOf(at),
      email: second(at).value,
    }));
    await someMembers(world, members);
    const accounts: Record<Side, string[]> = { known: [], unknown: [] };
    for (const side of sides) for (const _ of members) accounts[side].push(await anAccount(world));
    return (side, at) =>
      askNumberProof(services(), {
        accountId: accounts[side][at] ?? "",
        program: "pamjaki-anggota",
        address: elsewhere(),
        stated: {
          number: numberOf(side === "known" ? at : 10_000 + at),
          birthDate: facts.birth_date,
          second: second(at),
        },
      });
  };
  await expectAlike({ each: OTHERS, atOnce: 4, begin });
}, 240_000);
