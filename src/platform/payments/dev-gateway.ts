import { hash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import * as z from "zod";
import { devGatewayPage } from "./dev-gateway-page.ts";
import { type DevOrder, keepOrders } from "./dev-orders.ts";

/** The gateway of development, as it runs. */
export interface DevGateway {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  readonly serverKey: string;
  stop(): Promise<void>;
}

const Order = z.object({
  transaction_details: z.object({ order_id: z.string(), gross_amount: z.int().positive() }),
  page_expiry: z.object({ unit: z.literal("minutes"), duration: z.int().positive() }),
  callbacks: z.object({ finish: z.string() }),
});

/** What the buttons of the page do. */
const Act = z.enum(["pay", "pay_silently", "cancel"]);

/**
 * A real server on loopback in the form of Midtrans, on whose page one pays without money: the journey of development
 * and of tests goes the same way as in production. Orders stay in the folder, and so does the port, so that a page that
 * was opened before the last start still answers.
 */
export async function startDevGateway(folder: string, serverKey: string): Promise<DevGateway> {
  const orders = keepOrders(folder);
  const app = new Hono();
  const authorization = `Basic ${Buffer.from(`${serverKey}:`).toString("base64")}`;
  const mayAsk = (header: string | undefined) => header === authorization;
  const wanted = Number(await readFile(join(folder, "port"), "utf8").catch(() => "0"));
  const server = createAdaptorServer({ fetch: (request) => app.fetch(request) });
  if (!(server instanceof Server)) throw new Error("The gateway of development speaks plain HTTP.");
  const port = await listen(server, wanted).catch(() => listen(server, 0));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, "port"), String(port));
  const url = `http://127.0.0.1:${port}`;

  app.post("/snap/v1/transactions", async (context) => {
    if (!mayAsk(context.req.header("authorization"))) return context.json({ error_messages: ["unknown caller"] }, 401);
    const read = Order.safeParse(await context.req.json().catch(() => undefined));
    if (!read.success) return context.json({ error_messages: ["wrong order"] }, 400);
    const { transaction_details: details, page_expiry: expiry, callbacks } = read.data;
    const order = await orders.begin({
      id: details.order_id,
      amount: details.gross_amount,
      until: new Date(Date.now() + expiry.duration * 60_000).toISOString(),
      returnTo: callbacks.finish,
      notifyTo: context.req.header("x-override-notification") ?? "",
    });
    if (!order) return context.json({ error_messages: ["transaction_details.order_id has been used"] }, 400);
    return context.json({ token: order.token, redirect_url: `${url}/pay/${order.id}/${order.token}` }, 201);
  });
  app.get("/v2/:order/status", async (context) => {
    if (!mayAsk(context.req.header("authorization"))) return context.json({ status_code: "401" }, 401);
    const order = await orders.find(context.req.param("order"));
    // As at the real one: unknown until somebody has chosen a way to pay.
    if (!order || (order.state === "new" && !isOver(order))) return context.json({ status_code: "404" }, 404);
    return context.json(stateOf(order), 200);
  });
  app.get("/pay/:order/:token", async (context) => {
    const order = await payable(context.req.param());
    return order ? context.html(devGatewayPage(order, new Date())) : context.notFound();
  });
  app.post("/pay/:order/:token", async (context) => {
    const order = await payable(context.req.param());
    const act = Act.safeParse((await context.req.parseBody())["do"]);
    if (!order || !act.success) return context.notFound();
    const state = act.data === "cancel" ? "cancel" : "settlement";
    if (isOver(order) || !(await orders.settle(order, state))) return context.redirect(context.req.path, 303);
    if (act.data !== "pay_silently") await tell(order.notifyTo, await orders.find(order.id), serverKey);
    return context.redirect(order.returnTo, 303);
  });

  async function payable({ order: id, token }: { readonly order: string; readonly token: string }) {
    const order = await orders.find(id);
    return order?.token === token ? order : undefined;
  }

  return {
    url,
    serverKey,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", fail);
      done();
    });
  });
  return (server.address() as AddressInfo).port;
}

function isOver(order: DevOrder): boolean {
  return order.state === "new" && new Date(order.until) < new Date();
}

/** What the real one answers, as far as we read it. */
function stateOf(order: DevOrder): Readonly<Record<string, string>> {
  const state = order.state === "new" ? "expire" : order.state;
  return {
    status_code: order.state === "settlement" ? "200" : "202",
    order_id: order.id,
    transaction_status: state,
    gross_amount: `${order.amount}.00`,
    currency: "IDR",
    ...(order.at === undefined ? {} : { transaction_time: inJakarta(order.at), settlement_time: inJakarta(order.at) }),
  };
}

function inJakarta(at: string): string {
  return new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
}

/** The real one tries again for days; this one only a few times, and then the payment waits until it is asked for. */
async function tell(to: string, order: DevOrder | undefined, serverKey: string): Promise<void> {
  if (!order || !URL.canParse(to)) return;
  const state = stateOf(order);
  const signed = `${order.id}${state["status_code"]}${state["gross_amount"]}${serverKey}`;
  const body = JSON.stringify({ ...state, signature_key: hash("sha512", signed, "hex") });
  for (let tries = 0; tries < 3; tries++) {
    const answer = await fetch(to, { method: "POST", headers: { "content-type": "application/json" }, body }).catch(
      () => undefined,
    );
    await answer?.body?.cancel();
    if (answer?.ok) return;
  }
}
