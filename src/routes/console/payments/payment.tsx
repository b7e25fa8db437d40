import * as z from "zod";
import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { cleanText } from "../../../program/fields/plain-text.ts";
import { institutionsWhere, listStaffRoles } from "../../../registry/accounts/staff.query.ts";
import { confirmTransfer } from "../../../registry/fees/confirm-transfer.ts";
import { readAmount } from "../../../registry/fees/read-amount.ts";
import { answerRefund, proposeRefund } from "../../../registry/fees/refund.ts";
import { getTreasuryPayment } from "../../../registry/fees/treasury-payment.query.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { redirect } from "../../respond.ts";
import { staff, staffFreshly, type Route, type StaffVisit } from "../../route.ts";
import { actorOf } from "../accounts/asking.ts";
import type { ConsoleServices } from "../services.ts";
import { isDay } from "../window/window-form.ts";
import { PaymentPage, type PaymentFaults } from "./payment.page.tsx";

const longestReference = 60;
const Answer = z.enum(["confirmed", "denied"]);

/** One payment: a transfer that the treasurer saw, and money that goes back by two. The second gives password or code once more. */
export function paymentRoutes(services: ConsoleServices): Route[] {
  const { payment, paymentRefund } = paths.console;
  return [
    staff("read_payments", "GET", payment(":payment"), (visit) => show(services, visit, {})),
    staff("keep_payments", "POST", payment(":payment"), (visit) => act(services, visit)),
    staffFreshly("confirm_refunds", "POST", paymentRefund(":payment"), (visit) => answer(services, visit)),
  ];
}

async function show(
  services: ConsoleServices,
  visit: StaffVisit,
  errors: PaymentFaults,
  meanwhile = false,
): Promise<Response> {
  const { say, session } = visit;
  const roles = await listStaffRoles(services.db, session.accountId);
  const readable = institutionsWhere(roles, "read_payments");
  const payment = await withStaff(services.db, readable, (trx) =>
    getTreasuryPayment(trx, services.keyring, visit.params["payment"] ?? ""),
  );
  const wrong = Object.keys(errors).length > 0;
  const holds = (permission: "keep_payments" | "confirm_refunds") =>
    institutionsWhere(roles, permission).includes(payment.institutionId);
  return services.draw(
    visit,
    {
      title: say("console.payment.title", { reference: payment.reference }),
      area: say("console.area"),
      errors: wrong,
      status: meanwhile ? 409 : wrong ? 422 : 200,
      back: { href: paths.console.payments, text: say("console.payments.title") },
    },
    <PaymentPage
      visit={visit}
      payment={payment}
      errors={errors}
      meanwhile={meanwhile}
      mayKeep={holds("keep_payments")}
      mayConfirm={holds("confirm_refunds")}
    />,
  );
}

async function act(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { form, say } = visit;
  const paymentId = visit.params["payment"] ?? "";
  const proposes = first(form, "act") === "propose";
  const reference = readReference(visit, proposes ? "sent_reference" : "reference");
  const referenceError = reference === undefined ? say("console.payment.error.reference") : undefined;
  if (proposes) {
    if (reference === undefined) return show(services, visit, { sent_reference: referenceError });
    await proposeRefund(services, { ...actorOf(visit), paymentId, reference });
    return done(paymentId, "proposed");
  }
  const day = first(form, "day");
  const amount = readAmount(first(form, "amount"));
  const dayError = isDay(day) ? undefined : say("console.payment.error.day");
  if (dayError !== undefined || amount === undefined || reference === undefined) {
    const amountError = amount === undefined ? say("console.payment.error.amount") : undefined;
    return show(services, visit, { day: dayError, amount: amountError, reference: referenceError });
  }
  const outcome = await confirmTransfer(services, {
    ...actorOf(visit),
    paymentId,
    day,
    amount,
    reference,
    again: first(form, "again") === "yes",
  });
  if (outcome === "meanwhile") return show(services, visit, {}, true);
  if (outcome === "future") return show(services, visit, { day: say("console.payment.error.day") });
  if (outcome === "line_taken") return show(services, visit, { reference: say("console.payment.error.line_taken") });
  return done(paymentId, "recorded");
}

async function answer(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const paymentId = visit.params["payment"] ?? "";
  const said = Answer.safeParse(first(visit.form, "answer")).data;
  if (said === undefined) return show(services, visit, {});
  await answerRefund(services, { ...actorOf(visit), paymentId, answer: said });
  return done(paymentId, said);
}

function done(paymentId: string, what: "recorded" | "proposed" | "confirmed" | "denied"): Response {
  return redirect(`${paths.console.payment(paymentId)}?done=${what}`);
}

function readReference({ form }: StaffVisit, name: string): string | undefined {
  const cleaned = cleanText({ [name]: first(form, name) }, name, { max: longestReference, lines: false });
  return "text" in cleaned && cleaned.text !== "" ? cleaned.text : undefined;
}
