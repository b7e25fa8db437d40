import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { strangeIds } from "../bad-input/form-faults.ts";
import { hostileTexts } from "../bad-input/hostile-texts.ts";
import { judgePage } from "../bad-input/judge.ts";
import { send } from "../bad-input/send.ts";
import type { Browser } from "../app.ts";
import { anApplication } from "../applications.ts";
import { people, signIn } from "../people.ts";
import { reached, type Owned } from "./reached.ts";
import { securityWorld, type SecurityWorld } from "./world.ts";

let world: SecurityWorld;
let draft: Owned;
let submitted: Owned;
let applicant: Browser;
let reviewer: Browser;
let administrator: Browser;
beforeAll(async () => {
  world = await securityWorld();
  const { app, reviews } = world;
  submitted = { ...(await anApplication(reviews).submitted()), receipt: "" };
  draft = { ...(await anApplication(reviews).complete()), receipt: "" };
  applicant = await signIn(app, draft.accountId, "applicant");
  reviewer = (await people.rina(app, reviews.institutionId)).browser;
  administrator = (await people.agus(app, reviews.institutionId)).browser;
});
afterAll(() => world.close());

describe.each(reached.filter(({ route }) => route.startsWith("GET ")).map((one) => [one.route, one] as const))(
  "%s",
  (_, { route, whose, address }) => {
    test("answers every strange name in its address with a page", async () => {
      const pattern = route.split(" ")[1]?.split("/") ?? [];
      const wrong: string[] = [];
      for (const [at, part] of pattern.entries()) {
        if (!part.startsWith(":")) continue;
        for (const id of [...strangeIds, "toString", "hasOwnProperty", "-1", "1e9", "1.5", "%F0%9F%98%80"]) {
          const parts =
            address(whose === "institution" ? submitted : draft)
              .split("?")[0]
              ?.split("/") ?? [];
          parts[at] = id;
          const browser = { institution: reviewer, administration: administrator, applicant, everyone: applicant }[
            whose
          ];
          const page = await send(browser, world.app.origin + parts.join("/"), { method: "GET" });
          wrong.push(...judgePage(page).map((what) => `${part} as ${id.slice(0, 40)}: ${what}`));
          if (page.status === 200 && page.hops.length === 0)
            wrong.push(`${part} as ${id.slice(0, 40)}: finds something`);
        }
      }
      expect(wrong).toEqual([]);
    });
  },
);

/** Everything that any page reads from behind the question mark. */
const asked = [
  "q",
  "status",
  "program",
  "age",
  "page",
  "document",
  "show",
  "done",
  "token",
  "next",
  "from",
  "choosing",
  "lang",
  "parent",
  "receipt",
  "__proto__",
];

test("every page answers whatever stands behind the question mark", async () => {
  const wrong: string[] = [];
  const texts = hostileTexts.filter(({ encoded }) => encoded.length < 2000);
  for (const { method, path, access } of world.app.routes) {
    if (method !== "GET" || path.startsWith("/health") || path === "/regions") continue;
    const owned = access.who === "staff" ? submitted : draft;
    const address =
      reached
        .find(({ route }) => route === `GET ${path}`)
        ?.address(owned)
        .split("?")[0] ?? path;
    if (address.includes(":") || address.includes("/pages/") || address === "/account/photo") continue;
    const staff = access.who === "staff" && access.may === "manage_staff" ? administrator : reviewer;
    const browser = access.who === "staff" ? staff : applicant;
    for (let round = 0; round < texts.length; round += 4) {
      // Each name has another text, and in all rounds every text stands behind some names.
      const textAt = (at: number) => texts[(round + at) % texts.length]?.encoded ?? "";
      const query = asked.map((name, at) => `${name}=${textAt(at)}`).join("&");
      const page = await send(browser, `${world.app.origin}${address}?${query}&show=nik&show=${textAt(0)}`, {
        method: "GET",
      });
      const faults = isFile(path) ? judgeFile(page) : judgePage(page);
      wrong.push(...faults.map((what) => `${path} from ${texts[round]?.name ?? ""} on: ${what}`));
    }
  }
  expect(wrong).toEqual([]);
}, 240_000);

/** Routes that hand out a file to keep instead of a page. */
function isFile(path: string): boolean {
  return /\.(csv|pdf|json|xlsx)$/.test(path);
}

function judgeFile(answer: Awaited<ReturnType<typeof send>>): string[] {
  const wrong: string[] = [];
  if (answer.status >= 500) wrong.push(`status ${answer.status}`);
  if (answer.headers.get("x-content-type-options") !== "nosniff") wrong.push("may be sniffed");
  if (
    answer.status === 200 &&
    !/^(text\/csv|application\/(pdf|json|vnd))/.test(answer.headers.get("content-type") ?? "")
  ) {
    wrong.push(`is ${answer.headers.get("content-type") ?? "nothing"}`);
  }
  return wrong;
}

test("regions are a list whatever is asked for", async () => {
  for (const text of hostileTexts.filter(({ encoded }) => encoded.length < 2000)) {
    const answer = await fetch(`${world.app.origin}/regions?parent=${text.encoded}`);
    expect(answer.status, text.name).toBe(200);
    expect(await answer.json(), text.name).toEqual([]);
  }
});

test("methods that no page has are answered with a page", async () => {
  for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS"]) {
    for (const path of ["/", "/account/login", `/apply/${draft.id}`, "/console"]) {
      const answer = await fetch(world.app.origin + path, { method, body: method === "OPTIONS" ? null : "x=1" });
      expect(answer.status, `${method} ${path}`).toBe(404);
      expect(answer.headers.get("content-type")).toContain("text/html");
    }
  }
});
