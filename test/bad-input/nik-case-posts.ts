import { paths } from "../../src/paths.ts";
import { anAccount, anApplication, aReviewer } from "../applications.ts";
import { aCaseOfStrangers, beginCase, giveEvidence, stateNik } from "../nik-cases.ts";
import { signIn } from "../people.ts";
import { stand } from "./account-posts.ts";
import type { Place, Post, World } from "./place.ts";

const { account, console } = paths;

/** The forms of a case about a NIK: of the person who claims it, and of the officers. */
export const nikCasePosts: readonly Post[] = [
  {
    route: `POST ${account.nikCase}`,
    typed: [{ name: "nik" }],
    chosen: [{ name: "place" }],
    open: async (world) => {
      const { browser, nik } = await claimant(world);
      const valid = () => ({ nik, place: world.institutionId });
      return stand(world, browser, account.nikCase, account.nikCase, valid);
    },
  },
  ...(["selfie", "ktp"] as const).map((slot): Post => ({
    route: `POST ${account.nikEvidence[slot]}`,
    typed: [],
    file: slot,
    open: async (world) => {
      const { browser } = await begun(world);
      return stand(world, browser, account.nikCase, account.nikEvidence[slot], () => ({}));
    },
  })),
  {
    route: `POST ${account.sendNikCase}`,
    typed: [],
    open: async (world) => {
      const { browser, accountId } = await begun(world);
      await giveEvidence(world.reviews, accountId);
      return stand(world, browser, account.nikCase, account.sendNikCase, () => ({}));
    },
  },
  {
    route: `POST ${account.endNikCase}`,
    typed: [],
    open: async (world) => stand(world, (await begun(world)).browser, account.nikCase, account.endNikCase, () => ({})),
  },
  {
    route: `POST ${console.inviteToNikCase(":application")}`,
    typed: [],
    open: async (world) => {
      const nik = `317103170590${String(++met).padStart(4, "0")}`;
      await anApplication(world.reviews, { nik }).submitted();
      const { id } = await anApplication(world.reviews, { nik }).submitted();
      const page = console.application(id);
      return stand(world, await officer(world), page, console.inviteToNikCase(id), () => ({}));
    },
  },
  {
    route: `POST ${console.nikProposal(":case")}`,
    typed: [{ name: "reason" }],
    chosen: [{ name: "proposal" }],
    open: async (world) => {
      const id = await aCaseOfStrangers(world.reviews);
      const valid = () => ({ proposal: "move", reason: "Swafoto sesuai dengan KTP." });
      return stand(world, await officer(world), console.nikCase(id), console.nikProposal(id), valid);
    },
  },
  {
    route: `POST ${console.nikAnswer(":case")}`,
    typed: [{ name: "remark" }],
    chosen: [{ name: "answer" }],
    open: async (world) => {
      const { reviews, institutionId } = world;
      const id = await aCaseOfStrangers(reviews, await aReviewer(reviews, institutionId));
      const valid = () => ({ answer: "refused", remark: "Lihat swafotonya lagi." });
      return stand(world, await officer(world), console.nikCase(id), console.nikAnswer(id), valid);
    },
  },
];

async function officer(world: World): Promise<Place["browser"]> {
  return signIn(world.app, await aReviewer(world.reviews, world.institutionId), "staff");
}

let met = 0;

/** Somebody whose NIK another account states, at their browser. */
async function claimant({ app, reviews }: World) {
  const nik = `317101170592${String(++met).padStart(4, "0")}`;
  const [accountId, other] = [await anAccount(reviews), await anAccount(reviews)];
  await stateNik(reviews, other, nik);
  return { accountId, nik, browser: await signIn(app, accountId, "applicant") };
}

/** The same with a case that was begun. */
async function begun(world: World) {
  const one = await claimant(world);
  await beginCase(world.reviews, one.accountId, one.nik);
  return one;
}
