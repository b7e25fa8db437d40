import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { guideFolder, readShots, shotFile } from "../src/routes/public/guide-pictures.ts";
import { inOrderOfNeed } from "../src/program/requires.ts";
import { paths } from "../src/paths.ts";
import { cookies } from "../src/platform/http/cookies.ts";
import { testApp, type TestApp } from "./app.ts";
import { anAccount, anApplication, worldOf } from "./applications.ts";
import { fetchScene, guideScenes, outlineOf, type GuideScene } from "./guide-scenes.ts";
import { programFolders } from "./journey.ts";
import { readProgram } from "./programs/compiled.ts";
import { readPdf } from "./read-pdf.ts";
import { publishFrom } from "./seed.ts";

const languages = ["id", "en"] as const;
let app: TestApp;
let scenes: GuideScene[];
beforeAll(async () => {
  app = await testApp();
  const folders = programFolders().map((folder) => ({ folder, program: readProgram(folder) }));
  for (const { folder } of inOrderOfNeed(folders)) await publishFrom(app, folder);
  const world = worldOf(app, "");
  scenes = await guideScenes({
    ...world,
    anAccount: (name) => anAccount(world, name),
    aCompleteDraft: (name) => anApplication(world, { name }).complete(),
    aSubmittedApplication: (name) => anApplication(world, { name }).submitted(),
  });
});
afterAll(() => app.close());

test("every page that guides show has its pictures, and none is older than its page", async () => {
  const old = new Set<string>();
  for (const scene of scenes) {
    const shots = (await readShots(scene.place))[scene.scene];
    for (const language of languages) {
      const outline = outlineOf(await fetchScene(app.origin, scene, language));
      if (shots?.[language].outline !== outline) old.add(`${scene.place}/${shotFile(scene.scene, language)}`);
    }
  }
  expect([...old], "take these anew: npm run guide -- pictures").toEqual([]);
});

test("every page of a program leads to its questions, and says from which program one asks", async () => {
  const lacking: string[] = [];
  for (const scene of scenes.filter(({ scene }) => scene !== "register" && scene !== "login")) {
    const program = scene.place === "platform" ? "npwp-pribadi" : scene.place;
    const html = await fetchScene(app.origin, scene, "id");
    // The address may go on with the page.
    const links = html.split(`href="${paths.helpdesk.ofProgram(program)}`).length - 1;
    // One in the menu and one beside the work.
    if (links < 2) lacking.push(`${scene.place}/${scene.scene}`);
  }
  expect(lacking).toEqual([]);
});

test("the pictures are those that are noted, small, and light together", async () => {
  const known = scenes.flatMap(({ place, scene }) => languages.map((each) => join(place, shotFile(scene, each))));
  const files = (await readdir(guideFolder, { recursive: true })).filter((name) => name.endsWith(".png"));
  expect(files.toSorted()).toEqual(known.toSorted());
  const sizes = await Promise.all(files.map(async (name) => (await stat(join(guideFolder, name))).size));
  expect(Math.max(...sizes)).toBeLessThan(32_000);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000);
});

test.each([
  ["jpt-bumn", "id"],
  ["npwp-pribadi", "en"],
  ["berita-terdaftar", "id"],
] as const)(
  "the guide of %s in %s holds its own steps and pictures, and its page leads to it",
  async (slug, language) => {
    expect((await app.browser().get(paths.program(slug))).html).toContain(`href="${paths.programManual(slug)}"`);
    const headers = { cookie: `${cookies.language}=${language}` };
    const answer = await fetch(app.origin + paths.programManual(slug), { headers });
    expect(answer.status).toBe(200);
    const { text, raw } = await readPdf(new Uint8Array(await answer.arrayBuffer()));
    const plain = text.replaceAll("\ufffe", "-").replaceAll(/\s+/g, " ");
    const shots = Object.values(await readShots(slug)).map((shot) => shot[language].title);
    const tasks = readProgram(`programs/${slug}`).tasks.map(({ title }) => title[language]);
    for (const title of [...shots, ...tasks]) expect(plain).toContain(title);
    expect(raw.split("/S /Figure").length - 1).toBeGreaterThanOrEqual(shots.length);
    expect(raw.split("/Alt").length - 1).toBeGreaterThanOrEqual(shots.length);
  },
);
