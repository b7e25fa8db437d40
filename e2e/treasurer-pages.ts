import type { Page } from "@playwright/test";
import { paths } from "../src/paths.ts";
import { aPayment, aProposedRefund, aStatement } from "../test/fees.ts";
import type { Product } from "./product.ts";

/** The treasurer's room, with payments of an application of the institution. */
export async function treasurerPages(product: Product, applicationId: string) {
  const { payments, payment, statements, statement } = paths.console;
  const as = await product.member("treasurer", "Wati Contoh");
  const colleague = await product.member("treasurer", "Budi Contoh");
  const behind = { database: product };
  const [owed, proposed] = [
    await aPayment(behind, applicationId, "owed"),
    await aPayment(behind, applicationId, "owed"),
  ];
  // Of an application one order is open at a time.
  const open = await aPayment(behind, applicationId);
  await aProposedRefund(behind, proposed, colleague.accountId);
  const [row] = await product.owner.sql<{ institution: string }[]>`
    select institution_id as institution from applications where id = ${applicationId}`;
  const compared = await aStatement(behind, row?.institution ?? "", as.accountId, open);
  const one = (name: string, id: string) => ({ route: payment(":payment"), name, path: payment(id), as });
  return [
    { route: payments, name: "payments", path: payments, as, dark: true },
    { ...one("payment, open", open), dark: true },
    {
      ...one("payment, a transfer recorded with nothing", open),
      act: (page: Page) => page.getByRole("button", { name: /Catat transfer|Record the transfer/ }).click(),
    },
    one("payment, to be given back", owed),
    one("payment, a refund to confirm", proposed),
    { route: statements, name: "statements", path: statements, as },
    {
      route: statements,
      name: "statements, no file",
      path: statements,
      as,
      act: (page: Page) => page.getByRole("button", { name: /Unggah dan periksa|Upload and look/ }).click(),
    },
    { route: statement(":statement"), name: "statement", path: statement(compared), as, dark: true },
  ];
}
