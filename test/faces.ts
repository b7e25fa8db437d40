import { randomUUID } from "node:crypto";
import { claimApplication } from "../src/registry/reviews/claim.ts";
import { anAccount, anApplication, publish, type ReviewWorld } from "./applications.ts";
import { npwpPribadi, readProgram } from "./programs/compiled.ts";

const slug = "npwp-berwajah";

/** Publishes npwp-pribadi as a program that compares faces, and gives its slug. */
export async function publishFaceProgram(world: ReviewWorld): Promise<string> {
  const program = readProgram(npwpPribadi);
  await publish(world, {
    ...program,
    tasks: program.tasks.map((task) => ({
      ...task,
      documents: task.documents.map((slot) => (slot.id === "foto_ktp" ? { ...slot, formats: ["jpg"] } : slot)),
    })),
    program: slug,
    identity: "biometric",
    face: { selfie: "foto_ktp", card: "foto_ktp" },
    number: { pattern: "WAJAH-{year}-{sequence:6}", given: "accept", kind: "fast" },
  });
  return slug;
}

/** An account with a passkey, as far as the registry knows. */
export async function withPasskey(world: ReviewWorld, accountId: string): Promise<string> {
  const credential = randomUUID();
  await world.database.owner.sql`
    insert into passkeys (id, account_id, credential_id, public_key, counter, name_sealed)
    values (${credential}, ${accountId}, ${credential}, ${Buffer.alloc(1)}, 0, ${Buffer.alloc(1)})`;
  return accountId;
}

/** A submission with two pictures, claimed by a reviewer; its program must be published. */
export async function aFaceToCompare(world: ReviewWorld, reviewer: string): Promise<string> {
  const accountId = await withPasskey(world, await anAccount(world));
  const { id } = await anApplication(world, { program: slug, accountId }).submitted();
  const services = { db: world.database.staff.kysely, keyring: world.keyring, catalog: world.catalog };
  await claimApplication(services, {
    applicationId: id,
    institutions: [world.institutionId],
    actorId: reviewer,
  });
  return id;
}
