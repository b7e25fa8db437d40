import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { diskBlobStore } from "../../src/platform/files/blob-store.ts";
import { cookies } from "../../src/platform/http/cookies.ts";
import { catalogOf } from "../../src/registry/programs/catalog.ts";
import { testApp } from "../app.ts";
import { toyRegions } from "../programs/regions.ts";
import { publishFrom } from "../seed.ts";
import { crossTexts } from "./cross-texts.ts";
import { whileAway } from "./database-away.ts";
import { formFaults, pairsOf, type Fault } from "./form-faults.ts";
import { judgePage } from "./judge.ts";
import { fieldsOf, type Place, type Post, type World } from "./place.ts";
import { encode, send, urlencoded } from "./send.ts";
import { forgetTries, stillBefore } from "./standing.ts";
import { uploadFaults } from "./upload-faults.ts";

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

  const fileFormAtDoor = posts.find(({ file }) => file !== undefined);
  describe.each(posts.map((post) => [`${post.route} ${post.form ?? ""}`.trim(), post] as const))("%s", (_, post) => {
    test("takes what is right", async () => {
      expect(await tryValid(world, post)).toEqual([]);
    });

    test.each(fieldsOf(post).length > 0 ? [post] : [])(
      "answers every text with a page, the message at its field and what was typed",
      async () => {
        const wrong = await crossTexts(world, post);
        await tryValid(world, post);
        expect(wrong).toEqual([]);
      },
      120_000,
    );

    test("answers every fault of the form with a page", async () => {
      const isFile = post.file !== undefined;
      const faults = isFile
        ? await uploadFaults(post, post === fileFormAtDoor)
        : formFaults(post, post === posts.find(({ file }) => file === undefined));
      const wrong: string[] = [];
      const tryAt = async (place: Place, fault: Fault): Promise<Place | undefined> => {
        const tried = await tryFault(world, post, place, fault);
        wrong.push(...tried.wrong.map((what) => `${fault.name}: ${what}`));
        return tried.still;
      };
      // Whoever is turned away stands before the form as before, and it takes what is right after all of this.
      const same = await post.open(world);
      for (const fault of faults.filter(isTurnedAway)) await tryAt(same, fault);
      if (!isFile && same.browser.cookies.has(cookies.session)) wrong.push(...(await whileAway(world, post, same)));
      wrong.push(...(await tryValid(world, post, same)));
      let place: Place | undefined;
      for (const fault of faults.filter((one) => !isTurnedAway(one))) {
        place = await tryAt(place ?? (await post.open(world)), fault);
      }
      expect(wrong).toEqual([]);
    }, 120_000);
  });
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

/** What is wrong with the answers to a fault, and where its person stands afterwards if the form need not be opened anew. */
async function tryFault(
  world: World,
  post: Post,
  place: Place,
  fault: Fault,
): Promise<{ readonly wrong: readonly string[]; readonly still: Place | undefined }> {
  await forgetTries(world, post);
  const wrong: string[] = [];
  let still: Place | undefined = place;
  for (const page of await fault.run(world, place)) {
    wrong.push(...judgePage(page, fault.language));
    if (fault.status && !fault.status.includes(page.status)) wrong.push(`answers ${page.status}`);
    still &&= isSame(post, still, stillBefore(post, still, page)) ? still : undefined;
  }
  return { wrong, still };
}

/** Whether the fields that the page fills in stand there as before: a fault may have spoiled or spent them. */
function isSame({ hidden = [] }: Post, before: Place, after: Place | undefined): boolean {
  return after !== undefined && hidden.every((name) => (after.valid[name] ?? "") === (before.valid[name] ?? ""));
}
