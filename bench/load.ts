import autocannon from "autocannon";
import type { Slice } from "./result.ts";

/** One request, whole. */
export interface LoadRequest {
  readonly path: string;
  readonly cookie: string;
  /** A posted form; without it the request is a GET. */
  readonly body?: string;
}

/** What a slice sends: for each connection its own requests in order, begun again at the end when `amount` is larger. */
export interface LoadOrder {
  readonly origin: string;
  readonly requests: readonly (readonly LoadRequest[])[];
  /** Requests of all connections together. */
  readonly amount: number;
  readonly status: number;
  /** Stands in the body of every right answer. */
  readonly marker: string;
}

// Runs in a process of its own beside the server; every message is one slice.
process.on("message", (order: LoadOrder) => {
  void send(order).then((slice) => process.send?.(slice));
});

async function send(order: LoadOrder): Promise<Slice> {
  const times: number[] = [];
  let wrong = 0;
  let begun = 0;
  let ended = 0;
  let connection = 0;
  const ran = Promise.withResolvers<autocannon.Result>();
  const options: autocannon.Options = {
    url: order.origin,
    connections: order.requests.length,
    amount: order.amount,
    timeout: 30,
    sampleInt: 20,
    verifyBody: (body) => String(body ?? "").includes(order.marker),
    setupClient: (client) => client.setRequests((order.requests[connection++] ?? []).map(asRequest)),
  };
  const run = autocannon(options, (error, result) => {
    if (error) ran.reject(error as Error);
    else ran.resolve(result);
  });
  // Every client has built its requests by now, and none has sent one.
  run.on("start", () => (begun = performance.now()));
  run.on("response", (_client, status, _bytes, time) => {
    ended = performance.now();
    times.push(time);
    if (status !== order.status) wrong++;
  });
  const { errors, mismatches } = await ran.promise;
  const missing = order.amount - times.length;
  return {
    answers: times.length,
    seconds: (ended - begun) / 1000,
    times,
    errors: errors + mismatches + wrong + missing,
  };
}

function asRequest({ path, cookie, body }: LoadRequest): autocannon.Request {
  if (body === undefined) return { method: "GET", path, headers: { cookie } };
  const headers = { cookie, "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" };
  return { method: "POST", path, headers, body };
}
