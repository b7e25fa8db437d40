import type { ServerResponse } from "node:http";
import { afterEach, expect, it } from "vitest";
import { sourceService } from "../../../test/source-service.ts";
import type { ServiceSettings } from "./careful-post.ts";
import { httpSource } from "./http-source.ts";
import { SourceSilent } from "./source.ts";

const nik = "3171011705900001";
const siti = { kk: "3171010101150001", name: "SITI CONTOH", birth_place: "BANDUNG", birth_date: "1990-05-17" };
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function service(answer: Parameters<typeof sourceService>[0]) {
  const served = await sourceService(answer);
  ends.push(served.close);
  return served;
}

function source(url: string, settings: Partial<ServiceSettings> = {}, spend = () => Promise.resolve()) {
  const problems: string[] = [];
  const made = httpSource(
    "dukcapil",
    {
      url,
      secret: "a secret of the service",
      timeoutMs: 150,
      tries: 3,
      breakAfter: 100,
      breakMs: 200,
      pauseMs: 5,
      ...settings,
    },
    { spend, report: (problem) => problems.push(problem) },
  );
  return { ...made, problems };
}

function json(response: ServerResponse, body: unknown, status = 200) {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

it("finds a person, and nobody, and asks with the secret and without the NIK in the address", async () => {
  const { url, questions } = await service((response, before) =>
    json(response, before === 0 ? { found: true, person: siti } : { found: false }),
  );
  const dukcapil = source(url);
  expect(await dukcapil.find(nik)).toEqual(siti);
  expect(await dukcapil.find(nik)).toBeUndefined();
  expect(questions[0]).toEqual({
    authorization: "Bearer a secret of the service",
    url: "/ask",
    body: JSON.stringify({ nik }),
  });
});

it("asks a broken service again, with pauses, and takes its answer when it recovers", async () => {
  const { url, questions } = await service((response, before) =>
    before < 2 ? json(response, { error: nik }, 503) : json(response, { found: true, person: siti }),
  );
  expect(await source(url).find(nik)).toEqual(siti);
  expect(questions).toHaveLength(3);
});

it("gives up on a slow service within its time, and lets no request hang", async () => {
  let cut = 0;
  const { url, questions } = await service((_response, _before, request) => {
    request.socket.on("close", () => cut++);
  });
  const slow = source(url);
  const began = performance.now();
  await expect(slow.find(nik)).rejects.toThrow(SourceSilent);
  expect(performance.now() - began).toBeLessThan(2000);
  expect(questions).toHaveLength(3);
  await expect.poll(() => cut).toBe(3);
});

it("cuts off an answer that trickles or never ends", async () => {
  const { url } = await service((response, before) => {
    response.writeHead(200);
    if (before < 3) response.write('{"found":');
    else response.end("x".repeat(100_000));
  });
  const endless = source(url);
  await expect(endless.find(nik)).rejects.toThrow(SourceSilent);
  await expect(endless.find(nik)).rejects.toThrow(SourceSilent);
  expect(endless.problems.at(-1)).toBe("an answer that is too long");
});

it.each([
  ["refuses", 401, { error: `unknown caller asks for ${nik}` }],
  ["has moved", 302, {}],
  ["answers in another form", 200, { nama: "SITI CONTOH" }],
])("asks only once when the service %s, and repeats nothing of its answer", async (_what, status, body) => {
  const { url, questions } = await service((response) => {
    response.setHeader("location", "/elsewhere");
    json(response, body, status);
  });
  const refusing = source(url, status === 302 ? { tries: 1 } : {});
  await expect(refusing.find(nik)).rejects.toThrow(SourceSilent);
  expect(questions).toHaveLength(1);
  expect(refusing.problems).toHaveLength(1);
  expect(refusing.problems.join()).not.toMatch(/3171|SITI/);
});

it("leaves a dead service alone for a while, and finds it again when it lives", async () => {
  let isAlive = false;
  const { url, questions } = await service((response) =>
    isAlive ? json(response, { found: false }) : response.socket?.destroy(),
  );
  const dead = source(url, { tries: 1, breakAfter: 2, breakMs: 100 });
  for (const _ of [1, 2, 3, 4, 5]) await expect(dead.find(nik)).rejects.toThrow(SourceSilent);
  expect(questions).toHaveLength(2);
  expect(dead.problems.at(-1)).toBe("not asked: it failed several times in a row");
  isAlive = true;
  await expect
    .poll(() =>
      dead.find(nik).then(
        () => "alive",
        () => "dead",
      ),
    )
    .toBe("alive");
});

it("says that nobody listens", async () => {
  const { url, close } = await service(() => undefined);
  await close();
  ends.pop();
  const gone = source(url);
  await expect(gone.find(nik)).rejects.toThrow(SourceSilent);
  expect(gone.problems).toEqual(["ECONNREFUSED"]);
});

it("counts every try, and asks nobody once the budget is spent", async () => {
  const { url, questions } = await service((response) => json(response, {}, 500));
  const until = new Date("2026-11-22T00:00:00+07:00");
  let left = 2;
  const spend = () => (left-- > 0 ? Promise.resolve() : Promise.reject(new SourceSilent("dukcapil", { until })));
  const spent = source(url, { breakAfter: 1000 }, spend);
  await expect(spent.find(nik)).rejects.toMatchObject({ until });
  expect(questions).toHaveLength(2);
});
