import { appealPage } from "../src/program/appeal.ts";
import { readAppealForm, sendAppeal } from "../src/registry/appeals/send.ts";
import { loadApplication } from "../src/registry/applications/load.query.ts";
import { rejectApplication } from "../src/registry/reviews/reject.ts";
import { anApplication, type ReviewWorld, type TestApplication } from "./applications.ts";

type Details = Parameters<typeof anApplication>[1];

/** An application that this member of staff has rejected. */
export async function aRejected(
  world: ReviewWorld,
  reviewer: string,
  details: Details & { readonly institutionId?: string } = {},
): Promise<TestApplication> {
  const { institutionId = world.institutionId, ...rest } = details;
  const application = await anApplication(world, rest).claimedBy(reviewer);
  await rejectApplication(
    { db: world.database.staff.kysely, keyring: world.keyring, catalog: world.catalog },
    {
      applicationId: application.id,
      institutions: [institutionId],
      actorId: reviewer,
      round: 1,
      reasons: ["kedaluwarsa"],
      note: "KTP lama.",
    },
  );
  return application;
}

/** Appeals as the owner of a rejected application does; false when it was refused. */
export async function appeal(
  world: ReviewWorld,
  { id, accountId }: TestApplication,
  words = "KTP saya berlaku seumur hidup.",
): Promise<boolean> {
  const services = { db: world.database.web.kysely, keyring: world.keyring, catalog: world.catalog };
  const application = await loadApplication(services, { applicationId: id, owner: accountId });
  const form = application.compiled.appeal;
  if (form === undefined) throw new Error(`there is no page ${appealPage} in this program`);
  const { typed, errors } = readAppealForm(form, { uraian_sanggah: [words] }, application.now);
  if (errors.length > 0) throw new Error("the test's appeal is wrong");
  return sendAppeal(services, application, typed);
}
