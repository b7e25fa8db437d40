import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  anApplication,
  aReviewer,
  foreignProgram,
  publish,
  reviewWorld,
  submit,
  type ReviewWorld,
  type TestApplication,
} from "../../../test/applications.ts";
import { findNikElsewhere, identityIndex } from "../applications/identity.ts";
import { submitApplication } from "../applications/submit.ts";
import { checkWaiting } from "../sources/check.ts";
import { loadSource } from "../sources/load.ts";
import { tableSource } from "../sources/people.ts";
import { proveSeenNik } from "./prove.ts";
import { findNikStanding } from "./standing.query.ts";

let world: ReviewWorld;
let rina: string;
beforeAll(async () => {
  world = await reviewWorld();
  await publish(world, foreignProgram());
  rina = await aReviewer(world, world.institutionId);
});
afterAll(() => world.close());

const standing = ({ id }: TestApplication) => findNikStanding(world.database.owner.kysely, id);
const see = ({ id }: TestApplication) =>
  proveSeenNik(
    { ...world, db: world.database.staff.kysely },
    { applicationId: id, actorId: rina, institutions: [world.institutionId], round: 1 },
  );

test("a NIK that two people state shuts nobody out; whoever is proven first holds it, and later ones are stopped", async () => {
  const nik = "3171015705900601";
  const first = await anApplication(world, { nik }).claimedBy(rina);
  const second = await anApplication(world, { nik }).claimedBy(rina);
  expect(await standing(first)).toEqual({ proven: false, held: false, shared: true, second: false, matter: null });

  expect(await see(second)).toBe("proven");
  expect(await see(second)).toBe("already");
  expect(await see(first)).toBe("held");
  expect(await standing(second)).toEqual({ proven: true, held: false, shared: true, second: false, matter: null });
  expect(await standing(first)).toEqual({ proven: false, held: true, shared: true, second: false, matter: null });

  const db = world.database.web.kysely;
  const index = identityIndex(world.keyring, nik);
  expect(await findNikElsewhere(db, index, first.accountId)).toBe("taken");
  expect(await findNikElsewhere(db, index, second.accountId)).toBeUndefined();
  const late = await anApplication(world).complete();
  await world.database.owner.sql`
    update applications a set identity_index = b.identity_index, identity_index_b = b.identity_index_b
    from applications b where a.id = ${late.id} and b.id = ${second.id}`;
  expect(await submitApplication(db, { applicationId: late.id, accountId: late.accountId })).toEqual({
    outcome: "identity_taken",
  });
  const acts = await world.database.owner.sql`select data ->> 'outcome' as outcome from audit_records
    where action = 'account.prove_nik' order by at, id`;
  expect(acts.map(({ outcome }) => outcome as string)).toEqual(["proven", "already", "held"]);
});

test("of two officers who prove one NIK for two people at the same moment one is heard", async () => {
  const nik = "3171015705900602";
  const both = [
    await anApplication(world, { nik }).claimedBy(rina),
    await anApplication(world, { nik }).claimedBy(rina),
  ];
  expect((await Promise.all(both.map(see))).toSorted()).toEqual(["held", "proven"]);
  await expect(world.database.owner.sql`update account_identifiers set verified_at = now() where kind = 'nik'
    and account_id in ${world.database.owner.sql(both.map(({ accountId }) => accountId))}`).rejects.toThrow(
    /once_on_platform|once_in_b/,
  );
});

test("applying elsewhere with another NIK does not free the first one, and officers see both", async () => {
  const first = await anApplication(world, { nik: "3171015705900603" }).submitted();
  const second = await anApplication(world, {
    nik: "3171015705900604",
    accountId: first.accountId,
    program: "npwp-lain",
  }).complete();
  await submit(world, second);
  const index = identityIndex(world.keyring, "3171015705900603");
  expect(await findNikElsewhere(world.database.web.kysely, index, second.id)).toBe("shared");
  expect(await standing(first)).toMatchObject({ shared: false, second: true });
  expect(await standing(second)).toMatchObject({ shared: false, second: true });
});

test("a source that has name and birth date proves a NIK, and one that has the number alone does not", async () => {
  const [right, bare] = ["3171015705900605", "3171015705900606"];
  await loadSource(
    { owner: world.database.owner.kysely, keyring: world.keyring },
    {
      source: "dukcapil",
      csv: Readable.from([`nik,name,birth_date\n${right},SITI CONTOH,1990-05-17\n${bare},,\n`]),
      onBadLine: ({ problem }) => expect.unreachable(problem),
    },
  );
  const found = await anApplication(world, { nik: right, name: "Siti Contoh" }).submitted();
  const listed = await anApplication(world, { nik: bare, name: "Siti Contoh" }).submitted();
  const { database, keyring, catalog } = world;
  const db = database.worker.kysely;
  const sourceOf = (source: string) => tableSource(db, keyring, source);
  await checkWaiting({ db, keyring, catalog, sourceOf }, { until: Date.now() + 20_000 });
  const outcomes = await database.owner.sql`select outcome from source_checks
    where application_id in (${found.id}, ${listed.id})`;
  expect(outcomes).toEqual([{ outcome: "right" }, { outcome: "right" }]);
  expect((await standing(found))?.proven).toBe(true);
  expect((await standing(listed))?.proven).toBe(false);
});
