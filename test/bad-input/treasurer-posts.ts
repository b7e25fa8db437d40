import { paths } from "../../src/paths.ts";
import { anApplication, aReviewer } from "../applications.ts";
import { aPayment, aProposedRefund, aStatement } from "../fees.ts";
import { people } from "../people.ts";
import { stand } from "./account-posts.ts";
import type { Post, World } from "./place.ts";

const { console } = paths;

/** A transfer is recorded once by its day and reference. */
let seenBefore = 0;

/** The forms of treasurers. */
export const treasurerPosts: readonly Post[] = [
  {
    route: `POST ${console.payment(":payment")}`,
    form: "a transfer that was seen",
    typed: [{ name: "day" }, { name: "amount" }, { name: "reference" }],
    open: async (world) => {
      const { browser } = await people.wati(world.app, world.institutionId);
      const at = console.payment(await payment(world, "waiting"));
      const seen = { act: "confirm", day: "2026-01-20", amount: "250.123", reference: `TRX-${++seenBefore}` };
      return stand(world, browser, at, at, () => seen);
    },
  },
  {
    route: `POST ${console.payment(":payment")}`,
    form: "money that was sent back",
    typed: [{ name: "sent_reference" }],
    open: async (world) => {
      const { browser } = await people.wati(world.app, world.institutionId);
      const at = console.payment(await payment(world, "owed"));
      return stand(world, browser, at, at, () => ({ act: "propose", sent_reference: "KEMBALI-1" }));
    },
  },
  {
    route: `POST ${console.paymentRefund(":payment")}`,
    typed: [],
    open: async (world) => {
      const { browser } = await people.wati(world.app, world.institutionId);
      const id = await payment(world, "owed");
      const colleague = await aReviewer(world.app, world.institutionId, ["treasurer"]);
      await aProposedRefund(world.app, id, colleague);
      return stand(world, browser, console.payment(id), console.paymentRefund(id), () => ({ answer: "confirmed" }));
    },
  },
  {
    route: `POST ${console.statements}`,
    typed: [],
    file: "statement",
    text: `${"Bank Contoh\n".repeat(30)}tanggal,keterangan,kredit\n${"21/01/2026,SETOR,5000\n".repeat(50)}`,
    open: async (world) => {
      const { browser } = await people.wati(world.app, world.institutionId);
      return stand(world, browser, console.statements, console.statements, () => ({}));
    },
  },
  {
    route: `POST ${console.statement(":statement")}`,
    typed: [],
    open: async (world) => {
      const { browser } = await people.wati(world.app, world.institutionId);
      const treasurer = await aReviewer(world.app, world.institutionId, ["treasurer"]);
      const at = console.statement(
        await aStatement(world.app, world.institutionId, treasurer, await payment(world, "waiting")),
      );
      return stand(world, browser, at, at, () => ({}));
    },
  },
];

async function payment(world: World, state: "waiting" | "owed"): Promise<string> {
  return aPayment(world.app, (await anApplication(world.reviews).submitted()).id, state);
}
