import { randomBytes } from "node:crypto";
import { hash } from "@node-rs/argon2";
import { paths } from "../src/paths.ts";
import { cookies } from "../src/platform/http/cookies.ts";
import { formToken, newToken } from "../src/platform/http/tokens.ts";
import { createActiveAccount } from "../src/registry/accounts/create.ts";
import { rememberDevice } from "../src/registry/accounts/devices.ts";
import { passwordCost } from "../src/registry/accounts/passwords.ts";
import { deviceCookieName } from "../src/routes/account/device-cookie.ts";
import { deal, type Figure } from "./figure.ts";
import type { LoadRequest } from "./load.ts";
import { record } from "./record.ts";
import type { Stage } from "./stage.ts";

const password = "kucing terbang di atas atap";
const path = paths.account.login;
/** The two logins from which the answer is recorded. */
const RECORDED = 2;

/** Right passwords on browsers that were there before; the floor compares one with a hash of the same cost, and does nothing else. */
export async function prepareLogin(stage: Stage, connections: number): Promise<Figure> {
  const people: LoadRequest[] = [];
  for (let person = 0; person < connections; person++) people.push(await makePerson(stage, person));
  const [request] = people;
  if (!request) throw new Error("Nobody was made to log in.");
  const nobody = { path, accountId: "", applicationId: "", tokenHash: Buffer.alloc(0), version: 0 };
  const { answer } = await record(stage, request, request, nobody);
  const known = randomBytes(32).toString("base64");
  const byConnection = deal(people, connections);
  return {
    plan: {
      statements: [],
      answer,
      targets: [nobody],
      verify: { hash: await hash(known, passwordCost), password: known },
    },
    status: 303,
    marker: "",
    take: (_side, perConnection) =>
      byConnection.map((mine) => Array.from({ length: perConnection }, () => mine).flat()),
    async countLost(answers) {
      const [row] = await stage.owner.sql<{ sessions: number }[]>`select count(*)::int as sessions from sessions`;
      return Math.abs((row?.sessions ?? 0) - RECORDED - answers.app);
    },
  };
}

async function makePerson({ owner, keyring }: Stage, person: number): Promise<LoadRequest> {
  const email = `orang.${person}@contoh.example`;
  const accountId = await createActiveAccount(owner.kysely, keyring, { email, name: "Siti Contoh", password });
  const visitor = newToken();
  const device = rememberDevice(keyring, { accountId, epoch: 0 }, undefined);
  return {
    path,
    cookie: `${cookies.visitor}=${visitor}; ${deviceCookieName}=${device}`,
    body: new URLSearchParams({ csrf: formToken(keyring.signing, visitor), identifier: email, password }).toString(),
  };
}
