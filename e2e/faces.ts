import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { submitApplication } from "../src/registry/applications/submit.ts";
import { aDraft, claim, fillPage, uploadDocument, type Application } from "./applications.ts";
import type { Person, Product } from "./product.ts";

/** Gives an account a passkey, as far as the registry knows: adding one has stories of its own. */
export async function givePasskey(product: Product, { accountId }: Person): Promise<void> {
  const id = randomUUID();
  await product.owner.sql`
    insert into passkeys (id, account_id, credential_id, public_key, counter, name_sealed)
    values (${id}, ${accountId}, ${id}, ${Buffer.alloc(1)}, 0, ${Buffer.alloc(1)})`;
}

/** An application with a selfie and a card, which this member of staff has taken to compare them. */
export async function aFaceToCompare(product: Product, reviewer: Person): Promise<Application> {
  const person = await product.applicant("Gilang Contoh");
  await givePasskey(product, person);
  const application = await aDraft(product, person, "kartu-akses");
  await fillPage(product, application, "data_pemohon", { nama: person.name, keperluan: "Memasang kabel." });
  for (const slot of ["swafoto", "foto_ktp"]) await uploadDocument(product, application, slot);
  const { accountId } = person;
  const { outcome } = await submitApplication(product.web.kysely, { applicationId: application.id, accountId });
  expect(outcome).toBe("submitted");
  await claim(product, application, reviewer);
  return application;
}
