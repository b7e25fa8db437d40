import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { DeliveryRefused } from "../delivery-refused.ts";
import { httpGateway } from "./http-gateway.ts";
import { keepMessages } from "./kept-messages.ts";

interface Asked {
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

let server: Server;
let url = "";
const asked: Asked[] = [];
/** What the carrier does with the next offers; it takes all others. */
const answers: (number | "silence" | "hang-up")[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString("utf8")));
    request.on("end", () => {
      asked.push({ headers: request.headers, body: JSON.parse(body) });
      const answer = answers.shift() ?? 202;
      if (answer === "silence") return;
      if (answer === "hang-up") return void request.socket.destroy();
      response.writeHead(answer, answer === 302 ? { location: "http://127.0.0.1:9/" } : {}).end("{}");
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
afterEach(() => {
  asked.length = 0;
  answers.length = 0;
});

const message = { to: "+6281200000001", text: "Kode Anda 123456", reference: "satu" };
const gateway = ({ sender, timeoutMs = 10_000 }: { readonly sender?: string; readonly timeoutMs?: number } = {}) =>
  httpGateway({ url, token: "rahasia", sender, timeoutMs, tries: 3, pauseMs: 10 });

it("offers the message with the token and the sender's name", async () => {
  await gateway({ sender: "DAFTAR" }).send(message);
  expect(asked).toHaveLength(1);
  expect(asked[0]?.headers.authorization).toBe("Bearer rahasia");
  expect(asked[0]?.body).toEqual({ ...message, sender: "DAFTAR" });
});

it.each([503, 429, "silence", "hang-up"] as const)(
  "offers it again under the same reference after %s",
  async (answer) => {
    answers.push(answer);
    await gateway(answer === "silence" ? { timeoutMs: 1_000 } : {}).send(message);
    expect(asked.map(({ body }) => body)).toEqual([message, message]);
  },
);

it("gives up after three tries, and names neither number nor text nor token", async () => {
  answers.push(500, 500, 500);
  const problem = await gateway()
    .send(message)
    .catch((error: unknown) => String(error));
  expect(problem).toBe("Error: The SMS gateway did not take the message (status 500).");
  expect(asked).toHaveLength(3);
});

it.each([400, 401, 302])("does not insist when the carrier answers %i", async (status) => {
  answers.push(status, ...(status === 302 ? [302, 302] : []));
  const failure = await gateway()
    .send(message)
    .catch((error: unknown) => error);
  expect(failure instanceof DeliveryRefused).toBe(status === 400);
  const problem = String(failure);
  expect(problem).toContain("did not take the message");
  expect(problem).not.toMatch(/62812|123456|rahasia/);
  if (status !== 302) expect(asked).toHaveLength(1);
});

it("in development keeps messages, the newest first, and reads them from another process's folder too", async () => {
  const folder = mkdtempSync(join(tmpdir(), "daftar-sms-"));
  try {
    expect(await keepMessages(join(folder, "sms")).list()).toEqual([]);
    const kept = keepMessages(join(folder, "sms"));
    await kept.send(message);
    await kept.send({ ...message, text: "Kedua" });
    expect((await keepMessages(join(folder, "sms")).list()).map(({ text }) => text)).toEqual(["Kedua", message.text]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
