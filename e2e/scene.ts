import { acceptApplication } from "../src/registry/reviews/accept.ts";
import { claimApplication } from "../src/registry/reviews/claim.ts";
import { rejectApplication } from "../src/registry/reviews/reject.ts";
import { returnApplication } from "../src/registry/reviews/return.ts";
import { saveVerdicts } from "../src/registry/reviews/verdicts.ts";
import { appeal } from "./announcements.ts";
import {
  aCompleteDraft,
  aDraft,
  aSubmittedApplication,
  fillPage,
  journeyPath,
  type Application,
} from "./applications.ts";
import type { Person, Product } from "./product.ts";

/** Somebody in every role and an application in every state, for visits that only look. */
export interface Scene {
  readonly newcomer: Person;
  readonly reviewer: Person;
  readonly secretariat: Person;
  readonly admin: Person;
  /** A draft whose pages are filled, so that each of them can be opened; its documents are missing. */
  readonly draft: Application;
  readonly complete: Application;
  readonly waiting: Application;
  readonly claimed: Application;
  readonly returned: Application;
  readonly accepted: Application;
  readonly rejected: Application;
  readonly appealed: Application;
}

const made = new WeakMap<Product, Promise<Scene>>();

/** The scene of this worker, made at the first call. */
export function sceneOf(product: Product): Promise<Scene> {
  const known = made.get(product) ?? makeScene(product);
  made.set(product, known);
  return known;
}

async function makeScene(product: Product): Promise<Scene> {
  const reviewer = await product.member("reviewer");
  const draft = await aDraft(product, await product.applicant("Siti Contoh"));
  for (const step of journeyPath("istri_berusaha").steps) {
    if (!("page" in step)) continue;
    const nik = product.freshNik("491185");
    await fillPage(product, draft, step.page, step.page === "identitas" ? { ...step.valid, nik } : step.valid);
  }
  const [complete, waiting, ...judged] = await Promise.all([
    aCompleteDraft(product),
    aSubmittedApplication(product),
    aSubmittedApplication(product),
    aSubmittedApplication(product),
    aSubmittedApplication(product),
    aSubmittedApplication(product),
    aSubmittedApplication(product),
  ]);
  const [claimed, returned, accepted, rejected, appealed] = judged;
  await judge(product, reviewer, { claimed, returned, accepted, rejected, appealed });
  await appeal(product, appealed);
  return {
    newcomer: await product.applicant("Baru Contoh"),
    reviewer,
    secretariat: await product.member("secretariat", "Seto Contoh"),
    admin: await product.member("institution_admin", "Ayu Contoh"),
    draft,
    complete,
    waiting,
    claimed,
    returned,
    accepted,
    rejected,
    appealed,
  };
}

type Judged = Pick<Scene, "claimed" | "returned" | "accepted" | "rejected" | "appealed">;

async function judge(product: Product, reviewer: Person, judged: Judged): Promise<void> {
  const services = { db: product.staff.kysely, keyring: product.keyring, catalog: product.catalog };
  const { institution_id: institution } = await product.owner.kysely
    .selectFrom("applications")
    .select("institution_id")
    .where("id", "=", judged.claimed.id)
    .executeTakeFirstOrThrow();
  const act = ({ id }: Application) => ({
    applicationId: id,
    institutions: [institution],
    actorId: reviewer.accountId,
    round: 1,
  });
  for (const application of Object.values(judged)) await claimApplication(services, act(application));
  const mark = {
    kind: "field",
    id: "jalan_ktp",
    verdict: "wrong",
    reason: "tidak_sesuai",
    note: "Nomor lain.",
  } as const;
  await saveVerdicts(services, act(judged.returned), [mark]);
  await returnApplication(services, { ...act(judged.returned), note: "Perbaiki alamatnya." });
  await acceptApplication(services, act(judged.accepted));
  for (const application of [judged.rejected, judged.appealed])
    await rejectApplication(services, { ...act(application), reasons: ["kedaluwarsa"], note: "" });
}
