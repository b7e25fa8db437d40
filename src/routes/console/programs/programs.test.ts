import { afterAll, beforeAll, expect, test } from "vitest";
import { anApplication, aReviewer, foreignProgram, publish } from "../../../../test/applications.ts";
import { publishFrom } from "../../../../test/seed.ts";
import { consoleWorld, type ConsoleWorld } from "../../../../test/console.ts";
import { paths } from "../../../paths.ts";

let world: ConsoleWorld;
beforeAll(async () => {
  world = await consoleWorld();
});
afterAll(() => world.close());

test("lists the institution's programs with version, window and counts, and no others", async () => {
  await publish(world, foreignProgram());
  await anApplication(world, { program: "npwp-lain" }).submitted();
  const desk = await world.signIn(await aReviewer(world, world.institutionId, ["institution_admin"]));
  const before = await desk.get(paths.console.programs);
  expect(before.status).toBe(200);
  expect(before.html).toContain("sepanjang tahun");
  expect(before.html).toMatch(/<code title="[0-9a-f]{64}">[0-9a-f]{12}<\/code>/);
  expect(before.html).toContain("belum ada");
  expect(before.html).not.toContain("npwp-lain");
  await anApplication(world).submitted();
  await anApplication(world).complete();
  expect((await desk.get(paths.console.programs)).html).toContain("draf: 1 · menunggu: 1");
});

test("says so where nothing is published yet", async () => {
  const { id } = await world.database.owner.kysely
    .insertInto("institutions")
    .values({
      id: "00000000-0000-7000-8000-000000000001",
      slug: "baru",
      name: { id: "Baru", en: "New" },
      key_wrapped: Buffer.alloc(1),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const desk = await world.signIn(await aReviewer(world, id, ["reviewer"]));
  expect((await desk.get(paths.console.programs)).html).toContain("Belum ada program");
});

test("counts who confirmed a registration without an account, of the own institution only", async () => {
  const own = await publishFrom(world, "programs/berita-terdaftar");
  const other = await publishFrom(world, "programs/berita-terdaftar", {
    program: "berita-lain",
    institution: "instansi-lain",
  });
  for (const { institutionId, versionId } of [own, own, other]) {
    await world.database.owner.sql`
      insert into subscriptions (id, institution_id, program_id, version_id, status, language, blind_index, person_sealed)
      select gen_random_uuid(), ${institutionId}, program_id, id, 'confirmed', 'id', uuid_send(gen_random_uuid()), '\\x00'
      from program_versions where id = ${versionId}`;
  }
  const desk = await world.signIn(await aReviewer(world, own.institutionId, ["institution_admin"]));
  const { html } = await desk.get(paths.console.programs);
  expect(html).toContain("2 terdaftar");
  expect(html).not.toContain("berita-lain");
});
