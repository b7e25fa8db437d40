import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aReviewer, reviewWorld, type ReviewWorld } from "../../../test/applications.ts";
import { aFaceToCompare, publishFaceProgram } from "../../../test/faces.ts";
import { httpFaces } from "../../platform/faces/http-faces.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { listFaceChecks } from "./checks.query.ts";
import { compareWaiting } from "./compare.ts";

let world: ReviewWorld;
let rina: string;
let status = 503;
const asked: { selfie?: string; card?: string }[] = [];
const server = createServer((request, response) => {
  let body = "";
  request.on("data", (piece: Buffer) => (body += piece.toString("utf8")));
  request.on("end", () => {
    asked.push(JSON.parse(body) as (typeof asked)[number]);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ outcome: "different" }));
  });
});
beforeAll(async () => {
  world = await reviewWorld();
  await publishFaceProgram(world);
  rina = await aReviewer(world, world.institutionId);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  await world.close();
});

async function compare(): Promise<string[]> {
  const problems: string[] = [];
  const comparer = httpFaces(
    {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      secret: "a secret of the service",
      timeoutMs: 500,
      tries: 1,
      breakAfter: 100,
      breakMs: 100,
      pauseMs: 1,
    },
    { spend: () => Promise.resolve(), report: (problem) => problems.push(problem) },
  );
  const { database, keyring, catalog, blobs } = world;
  await compareWaiting({ db: database.worker.kysely, keyring, catalog, blobs, comparer });
  return problems;
}

it("advises the officer once the service answers, and leaves the decision to them", async () => {
  const applicationId = await aFaceToCompare(world, rina);
  const found = () =>
    withStaff(world.database.staff.kysely, [world.institutionId], (trx) =>
      listFaceChecks(trx, { applicationId, round: 1 }),
    );
  expect(await compare()).toEqual(["status 503"]);
  expect(await found()).toEqual([]);
  status = 200;
  await compare();
  expect(await found()).toMatchObject([{ by: "service", outcome: "different" }]);
  const picture = Buffer.from("a rebuilt page").toString("base64");
  expect(asked.at(-1)).toEqual({ selfie: picture, card: picture });
  const before = asked.length;
  await compare();
  expect(asked).toHaveLength(before);
});
