import { hash, randomInt } from "node:crypto";
import * as z from "zod";
import { sameToken } from "../http/tokens.ts";
import { askJson, type Question } from "../services/ask-json.ts";
import { type Care, carefully, problemOf, Refused } from "../services/carefully.ts";
import { type GatewayAnswer, type GatewayOrder, GatewaySilent, type PaymentGateway } from "./gateway.ts";

/** How a gateway that speaks as Midtrans does is reached. Addresses have no slash at their end. */
export interface MidtransSettings extends Care {
  /** Where orders begin, `https://app.midtrans.com`. */
  readonly snapUrl: string;
  /** Where their state is asked, `https://api.midtrans.com`. */
  readonly apiUrl: string;
  readonly serverKey: string;
}

const Begun = z.object({ redirect_url: z.url({ protocol: /^https?$/ }).max(500) });

const Status = z.object({
  status_code: z.string(),
  order_id: z.string().optional(),
  transaction_status: z.string().optional(),
  fraud_status: z.string().optional(),
  gross_amount: z.string().optional(),
  currency: z.string().optional(),
  settlement_time: z.string().optional(),
  transaction_time: z.string().optional(),
});
type Status = z.output<typeof Status>;

const Notification = z.object({
  order_id: z.string().max(50),
  status_code: z.string().max(3),
  gross_amount: z.string().max(20),
  signature_key: z.string().length(128),
});

/** Without what is mistaken for something else. */
const letters = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

/**
 * A gateway in the form of Midtrans' Snap: orders at `POST /snap/v1/transactions`, their state at `GET /v2/<order>/status`,
 * notifications signed with the server key (https://docs.midtrans.com, read in November 2026). `report` is told what went
 * wrong, never with the key or the answer.
 */
export function midtransGateway(settings: MidtransSettings, report: (problem: string) => void): PaymentGateway {
  const { snapUrl, apiUrl, serverKey } = settings;
  const authorization = `Basic ${Buffer.from(`${serverKey}:`).toString("base64")}`;
  const patiently = carefully(settings);
  const ask = async <T>(once: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    try {
      return await patiently(once);
    } catch (cause) {
      report(problemOf(cause));
      throw new GatewaySilent({ cause, answered: cause instanceof Refused });
    }
  };
  return {
    begin: (order) =>
      ask(async (signal) => {
        // A name once used is refused, and an answer may be lost on its way: each try is an order of its own, and the
        // address of the lost one is known to nobody.
        const gatewayReference = `${order.reference}-${Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join("")}`;
        const question = { ...snapQuestion(order, gatewayReference), url: `${snapUrl}/snap/v1/transactions` };
        const begun = await askJson({ ...question, authorization, method: "POST", statuses: [201] }, Begun, signal);
        return { gatewayReference, url: begun.redirect_url };
      }),
    ask: (gatewayReference) =>
      ask(async (signal) => {
        const url = `${apiUrl}/v2/${encodeURIComponent(gatewayReference)}/status`;
        const question = { url, authorization, method: "GET", statuses: [200, 201, 404, 407] } as const;
        return answerOf(await askJson(question, Status, signal), gatewayReference);
      }),
    readNotification(body) {
      const read = Notification.safeParse(readJson(body));
      if (!read.success) return undefined;
      const { order_id, status_code, gross_amount, signature_key } = read.data;
      const expected = hash("sha512", order_id + status_code + gross_amount + serverKey, "hex");
      return sameToken(signature_key, expected) ? order_id : undefined;
    },
  };
}

function snapQuestion(order: GatewayOrder, orderId: string): Pick<Question, "body" | "headers"> {
  const lasts = { unit: "minutes", duration: Math.max(1, Math.floor(order.minutes)) };
  return {
    body: {
      transaction_details: { order_id: orderId, gross_amount: order.amount },
      expiry: lasts,
      page_expiry: lasts,
      callbacks: { finish: order.returnTo },
    },
    headers: { "x-override-notification": order.notifyTo },
  };
}

/** The meaning of each state: https://docs.midtrans.com/docs/https-notification-webhooks, "Transaction Status". */
function answerOf(status: Status, gatewayReference: string): GatewayAnswer {
  // The order is known only once its payer has chosen a way to pay.
  if (status.status_code === "404") return { state: "waiting" };
  if (status.order_id !== gatewayReference) throw new Refused("an answer about another order");
  switch (status.transaction_status) {
    case "settlement":
      return paid(status);
    case "capture":
      return (status.fraud_status ?? "accept") === "accept" ? paid(status) : { state: "waiting" };
    // A card that was refused is no end: the payer may take another.
    case "pending":
    case "authorize":
    case "deny":
      return { state: "waiting" };
    case "expire":
      return { state: "expired" };
    case "cancel":
    case "failure":
    case "refund":
      return { state: "failed" };
    default:
      throw new Refused("an order in a state that is not known");
  }
}

function paid({ gross_amount = "", currency = "IDR", settlement_time, transaction_time }: Status): GatewayAnswer {
  const amount = /^(\d{1,12})(\.00)?$/.exec(gross_amount)?.[1];
  const time = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/.exec(settlement_time ?? transaction_time ?? "");
  const at = new Date(`${time?.[1]}T${time?.[2]}+07:00`);
  if (amount === undefined || currency !== "IDR" || Number.isNaN(at.getTime())) {
    throw new Refused("a payment of another form");
  }
  return { state: "paid", amount: Number(amount), at };
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
