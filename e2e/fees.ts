import { expect, type Page } from "@playwright/test";
import { randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { paths } from "../src/paths.ts";
import { beginPayment } from "../src/registry/fees/begin-payment.ts";
import { listPayments } from "../src/registry/fees/payments.ts";
import { recordPayment } from "../src/registry/fees/record-payment.ts";
import { publishProgram } from "../src/registry/programs/publish.ts";
import { aFee } from "../test/fees.ts";
import { npwpPribadi, readProgram } from "../test/programs/compiled.ts";
import { takeOff } from "./announcements.ts";
import { aCompleteDraft, type Application } from "./applications.ts";
import type { Product } from "./product.ts";

/** Records that an application's open order was paid, as a treasurer's word or the gateway's does. */
export async function payOrder(product: Product, applicationId: string): Promise<void> {
  const [order] = await listPayments(product.web.kysely, applicationId);
  if (order?.status !== "waiting") throw new Error("no order waits to be paid");
  await product.web.kysely.transaction().execute((trx) =>
    recordPayment(trx, product.keyring, {
      paymentId: order.id,
      amount: order.amount,
      transactionId: uuidv7(),
      at: new Date(),
      origin: "gateway",
      actorId: null,
    }),
  );
}

async function tellNothing(page: Page): Promise<void> {
  await page.locator('main form[action$="/told"] button').click();
  await expect(page.locator(".govuk-error-summary")).toBeVisible();
}

/** The page of a fee before an order, with one, and once it is paid. */
export async function feePages(product: Product) {
  const slug = `npwp-berbayar-${randomBytes(4).toString("hex")}`;
  const file = readProgram(npwpPribadi);
  const fee = aFee({ methods: ["transfer", "gateway"], refund: { when: [], text: aFee().refund.text } });
  await publishProgram(product.owner.kysely, { ...file, program: slug, fee }, null);
  const { id } = await product.owner.kysely
    .selectFrom("programs")
    .select("id")
    .where("slug", "=", slug)
    .executeTakeFirstOrThrow();
  const [owed, ordered, paid] = await Promise.all([
    aCompleteDraft(product, undefined, slug),
    aCompleteDraft(product, undefined, slug),
    aCompleteDraft(product, undefined, slug),
  ]);
  await takeOff(product, { id });
  for (const { id: applicationId, person } of [ordered, paid]) {
    const { accountId } = person;
    await beginPayment(product.web.kysely, { applicationId, accountId, method: "transfer", payWithin: fee.pay_within });
  }
  await payOrder(product, paid.id);
  const visit = (name: string, application: Application) => ({
    route: paths.apply.fee(":application"),
    name,
    path: paths.apply.fee(application.id),
    as: application.person,
  });
  return [
    { ...visit("fee, owed", owed), dark: true },
    { ...visit("fee, ordered", ordered), dark: true },
    { ...visit("fee, told wrongly", ordered), act: tellNothing },
    visit("fee, paid", paid),
  ];
}
