import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { retireIndexKey, rotateIndexKey } from "../../src/registry/keys/rotate-index.ts";
import { retireInstitutionKey, rotateInstitutionKey } from "../../src/registry/keys/rotate-institution.ts";
import { importMembers } from "../../src/registry/members/import.ts";
import { publishFrom } from "../seed.ts";
import { keyWorld, type KeyWorld } from "./world.ts";

/** Two batches of the rotation. */
const MEMBERS = 600;

let world: KeyWorld;
beforeAll(async () => {
  world = await keyWorld();
  await publishFrom({ database: world.database, keyring: world.process() }, "programs/pamjaki-anggota");
  expect(await importAll()).toMatchObject({ added: MEMBERS });
}, 120_000);
afterAll(() => world.close());

/** Imports the same table again, as a process that has just begun: whoever is found and opened is unchanged. */
function importAll() {
  const lines = Array.from(
    { length: MEMBERS },
    (_, at) => `PMJ-2010-${String(at + 1).padStart(5, "0")},Orang Contoh,1990-05-17,,orang${at}@contoh.example`,
  );
  return importMembers(
    { owner: world.database.owner.kysely, keyring: world.process() },
    {
      program: "pamjaki-anggota",
      csv: Readable.from([["number,name,birth_date,nik,email", ...lines].join("\n")]),
      dryRun: false,
      onBadLine: ({ problem }) => expect.unreachable(problem),
    },
  );
}

test("members of before are opened and found after every key that concerns them was replaced and destroyed", async () => {
  const services = () => ({
    owner: world.database.owner.kysely,
    keyring: world.process(),
    folder: world.folder,
    // Every process here begins anew, so there is none to wait for; `rotate.test.ts` has some that go on meanwhile.
    settleMs: 0,
  });
  await rotateInstitutionKey(services(), "pamjaki");
  await retireInstitutionKey(services(), "pamjaki");
  expect(await importAll()).toMatchObject({ unchanged: MEMBERS, added: 0 });
  await rotateIndexKey(services());
  expect(await importAll()).toMatchObject({ unchanged: MEMBERS, added: 0 });
  await retireIndexKey(services());
  expect(await importAll()).toMatchObject({ unchanged: MEMBERS, added: 0 });
}, 240_000);
