import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { diskBlobStore } from "../../src/platform/files/blob-store.ts";
import { catalogOf } from "../../src/registry/programs/catalog.ts";
import { testApp } from "../app.ts";
import { toyRegions } from "../programs/regions.ts";
import { publishFrom } from "../seed.ts";
import { formFaults, pairsOf, type Fault } from "./form-faults.ts";
import { arbitraryTexts, hostileTexts } from "./hostile-texts.ts";
import { judgePage, judgeText } from "./judge.ts";
import type { Place, Post, World } from "./place.ts";
import { readPage } from "./read-page.ts";
import { encode, send, urlencoded, type Answered } from "./send.ts";
import { uploadFaults } from "./upload-faults.ts";

const texts = [...hostileTexts, ...arbitraryTexts];

/** Crosses every form of a table with every bad input, in an application of their own. */
export function crossForms(posts: readonly Post[]): void {
  let world: World;
  let folder: string;
  beforeAll(async () => {
    const app = await testApp({ worker: true, securityQuestions: true });
    const { institutionId } = await publishFrom(app, "programs/npwp-pribadi");
    folder = await mkdtemp(join(tmpdir(), "bad-input-"));
    const { database, keyring } = app;
    const catalog = catalogOf(database.web.kysely, toyRegions());
    const blobs = diskBlobStore(folder);
    const reviews = { database, keyring, catalog, blobs, institutionId, close: () => Promise.resolve() };
    world = { app, reviews, institutionId };
  });
  afterAll(async () => {
    await world.app.close();
    await rm(folder, { recursive: true, force: true });
  });

  describe.each(posts.map((post) => [`${post.route} ${post.form ?? ""}`.trim(), post] as const))("%s", (_, post) => {
    test("takes what is right", async () => {
      expect(await tryValid(world, post)).toEqual([]);
    });

    const fields = [...post.typed, ...(post.secret ?? []), ...(post.chosen ?? [])];
    test.each(fields)(
      "answers every text in $name with a page, the message at the field and what was typed",
      async (field) => {
        const wrong: string[] = [];
        let last: Place | undefined;
        for (const text of texts) {
          await forgetTries(world, post);
          const place = last ?? (await post.open(world));
          const pairs = pairsOf(place).filter(([name]) => name !== field.name);
          const page = await send(place.browser, place.action, {
            body: encode([...pairs, [field.name, text.encoded]]),
            headers: urlencoded,
          });
          const sent = new Map(pairs.map(([name, value]) => [name, decodeURIComponent(value)]));
          sent.set(field.name, text.arrives);
          wrong.push(...judgeText(post, field, text, page, sent).map((what) => `${text.name}: ${what}`));
          last = stillBefore(post, place, page);
        }
        await tryValid(world, post);
        expect(wrong).toEqual([]);
      },
      60_000,
    );

    test("answers every fault of the form with a page", async () => {
      const faults = post.file === undefined ? formFaults(post) : await uploadFaults(post);
      const wrong: string[] = [];
      const tryAt = async (place: Place, fault: Fault) =>
        wrong.push(...(await tryFault(world, post, place, fault)).map((what) => `${fault.name}: ${what}`));
      // Whoever is turned away stands before the form as before, and it takes what is right after all of this.
      const same = await post.open(world);
      for (const fault of faults.filter(isTurnedAway)) await tryAt(same, fault);
      wrong.push(...(await tryValid(world, post, same)));
      for (const fault of faults.filter((one) => !isTurnedAway(one))) await tryAt(await post.open(world), fault);
      expect(wrong).toEqual([]);
    }, 120_000);
  });
}

/** A form that was given back is filled in again as it stands, which must go as well as with a fresh one. */
function stillBefore(post: Post, place: Place, page: Answered): Place | undefined {
  const { hidden } = readPage(page);
  const csrf = hidden.get("csrf");
  if (page.status !== 422 || csrf === undefined) return undefined;
  const own = (post.hidden ?? []).map((name) => [name, hidden.get(name) ?? ""] as const);
  return { ...place, csrf, valid: { ...place.valid, ...Object.fromEntries(own) } };
}

async function tryValid(world: World, post: Post, at?: Place): Promise<string[]> {
  if (post.file !== undefined) return [];
  await forgetTries(world, post);
  const place = at ?? (await post.open(world));
  const page = await send(place.browser, place.action, { body: encode(pairsOf(place)), headers: urlencoded });
  const wanted = post.refusesValid ? 422 : 200;
  return [...judgePage(page), ...(page.status === wanted ? [] : [`answers ${page.status}`])];
}

/** Whether a fault must be refused before the form is even read. */
function isTurnedAway({ status }: Fault): boolean {
  return status?.every((one) => one >= 400 && one !== 422) ?? false;
}

async function tryFault(world: World, post: Post, place: Place, fault: Fault): Promise<string[]> {
  await forgetTries(world, post);
  const wrong: string[] = [];
  for (const page of await fault.run(world, place)) {
    wrong.push(...judgePage(page, fault.language));
    if (fault.status && !fault.status.includes(page.status)) wrong.push(`answers ${page.status}`);
  }
  return wrong;
}

/** Tries are counted by account and address, and all of these come from one. */
async function forgetTries({ app }: World, post: Post): Promise<void> {
  if (/^POST \/account\/|\/subscribe$/.test(post.route))
    await app.database.owner.kysely.deleteFrom("rate_limits").execute();
}
