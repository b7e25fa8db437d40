import { sql } from "kysely";
import { randomBytes } from "node:crypto";
import { sendAppeal } from "../src/registry/appeals/send.ts";
import { loadApplication } from "../src/registry/applications/load.query.ts";
import { acceptApplication } from "../src/registry/reviews/accept.ts";
import { rejectApplication } from "../src/registry/reviews/reject.ts";
import { announceVerdicts } from "../src/registry/announcements/announce.ts";
import { publishProgram } from "../src/registry/programs/publish.ts";
import { npwpPribadi, readProgram } from "../test/programs/compiled.ts";
import { aClaimedApplication, type Application } from "./applications.ts";
import type { Product } from "./product.ts";

/** A program that announces its verdicts at a time which an officer is still to set. */
export interface AnnouncingProgram {
  readonly id: string;
  readonly slug: string;
  /** What its registration numbers begin with. */
  readonly prefix: string;
}

/** Publishes npwp-pribadi under a name of its own, with an announcement. */
export async function anAnnouncingProgram(product: Product): Promise<AnnouncingProgram> {
  const mark = randomBytes(4).toString("hex");
  const slug = `npwp-diumumkan-${mark}`;
  const prefix = `UM${mark.toUpperCase()}`;
  const program = readProgram(npwpPribadi);
  await publishProgram(
    product.owner.kysely,
    {
      ...program,
      program: slug,
      title: { id: `Seleksi contoh ${mark}`, en: `Sample selection ${mark}` },
      number: { pattern: `${prefix}-{year}-{sequence:4}`, given: "accept", kind: "fast" },
      announcement: { at: null },
    },
    null,
  );
  const { id } = await product.owner.kysely
    .selectFrom("programs")
    .select("id")
    .where("slug", "=", slug)
    .executeTakeFirstOrThrow();
  return { id, slug, prefix };
}

/** Lets the moment of the announcement come, and tells what was held, as the worker does by the clock. */
export async function announceNow(product: Product, { id }: AnnouncingProgram): Promise<void> {
  const owner = product.owner.kysely;
  await sql`update programs set announces_at = app_now() - interval '1 second' where id = ${id}::uuid`.execute(owner);
  await announceVerdicts(owner, id);
}

/** Takes the program off the portal again, which other stories look at. */
export async function takeOff(product: Product, { id }: Pick<AnnouncingProgram, "id">): Promise<void> {
  await product.owner.sql`update programs set version_id = null where id = ${id}`;
}

/** A program that has announced, with a number that was accepted and one that was not. */
export async function anAnnouncedProgram(product: Product): Promise<AnnouncingProgram> {
  const program = await anAnnouncingProgram(product);
  const rina = await product.member("reviewer");
  const { institution_id: institution } = await product.owner.kysely
    .selectFrom("programs")
    .select("institution_id")
    .where("id", "=", program.id)
    .executeTakeFirstOrThrow();
  const services = { db: product.staff.kysely, keyring: product.keyring, catalog: product.catalog };
  const act = ({ id }: Application) => ({
    applicationId: id,
    institutions: [institution],
    actorId: rina.accountId,
    round: 1,
  });
  await acceptApplication(services, act(await aClaimedApplication(product, rina, undefined, program.slug)));
  const other = await aClaimedApplication(product, rina, undefined, program.slug);
  await rejectApplication(services, { ...act(other), reasons: ["kedaluwarsa"], note: "" });
  await announceNow(product, program);
  return program;
}

/** Appeals as the owner of a rejected application of npwp-pribadi does. */
export async function appeal(product: Product, { id, person }: Application): Promise<void> {
  const services = { db: product.web.kysely, keyring: product.keyring, catalog: product.catalog };
  const application = await loadApplication(services, { applicationId: id, owner: person.accountId });
  await sendAppeal(services, application, { uraian_sanggah: "KTP elektronik berlaku seumur hidup." });
}
