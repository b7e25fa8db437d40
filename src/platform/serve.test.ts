import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { freePort } from "../../test/free-port.ts";
import { serve } from "./serve.ts";

const host = "127.0.0.1";

test("stopping waits for the request that runs and takes no further one", async () => {
  const port = await freePort();
  const begun = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  const server = await serve({
    host,
    port,
    fetch: async () => {
      begun.resolve();
      await finish.promise;
      return new Response("whole");
    },
  });
  const answer = fetch(`http://${host}:${port}/`).then((response) => response.text());
  await begun.promise;
  const stopped = server.stop();
  await sleep(20);
  await expect(fetch(`http://${host}:${port}/`)).rejects.toThrow();
  finish.resolve();
  expect(await answer).toBe("whole");
  await stopped;
});

test("stopping does not wait for connections that idle", { timeout: 20_000 }, async () => {
  const port = await freePort();
  const server = await serve({ host, port, fetch: () => new Response("done") });
  await (await fetch(`http://${host}:${port}/`)).text();
  // An idle connection lives for minutes; waiting for it would outlast the test.
  await server.stop();
});

test("a taken port is named together with the remedy", async () => {
  const port = await freePort();
  const server = await serve({ host, port, fetch: () => new Response() });
  await expect(serve({ host, port, fetch: () => new Response() })).rejects.toThrow(
    `${host}:${port} is taken by another program. Stop that one, or set PORT to a free one.`,
  );
  await server.stop();
});
