import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "@playwright/test";
import sharp from "sharp";
import { aCompleteDraft, aSubmittedApplication, type Application } from "../e2e/applications.ts";
import { openProduct, type Product } from "../e2e/product.ts";
import { keepCookie } from "../e2e/story.ts";
import { cookies } from "../src/platform/http/cookies.ts";
import { guideFolder, type GuideShots, readShots, shotFile } from "../src/routes/public/guide-pictures.ts";
import { chromiumFlags, findChromium } from "../test/chromium.ts";
import { freePort } from "../test/free-port.ts";
import { fetchScene, guideScenes, outlineOf, type GuideScene, type GuideStage } from "../test/guide-scenes.ts";
import startProduct from "../test/product.setup.ts";

const usage = `Usage:
  npm run guide -- pictures             takes the pictures in guides anew whose pages have changed
  npm run guide -- pictures all         takes every picture anew
  npm run guide -- pictures jpt-bumn …  takes those of these programs anew; platform names what all share`;

const sizes = { phone: { width: 390, height: 580 }, desk: { width: 1024, height: 500 } } as const;
const languages = ["id", "en"] as const;
/** No picture of a page weighs more; guides are read on phones. */
const most = 32_000;

const [command, ...wanted] = process.argv.slice(2);
if (command === "pictures") await takePictures();
else {
  console.error(usage);
  process.exitCode = 1;
}

async function takePictures(): Promise<void> {
  process.env["E2E_URL"] = `http://localhost:${await freePort()}`;
  const stop = await startProduct();
  const product = openProduct();
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] });
  try {
    const byPlace = Map.groupBy(await guideScenes(stageOf(product)), ({ place }) => place);
    for (const [place, scenes] of byPlace) await takePlace({ product, browser }, place, scenes);
  } finally {
    await browser.close();
    await product.close();
    await stop();
  }
}

function stageOf(product: Product): GuideStage {
  const owned = ({ id, person }: Application) => ({ id, accountId: person.accountId });
  return {
    database: product,
    keyring: product.keyring,
    catalog: product.catalog,
    anAccount: async (name) => (await product.applicant(name)).accountId,
    aCompleteDraft: async (name) => owned(await aCompleteDraft(product, await product.applicant(name))),
    aSubmittedApplication: async (name) => owned(await aSubmittedApplication(product, await product.applicant(name))),
  };
}

interface Studio {
  readonly product: Product;
  readonly browser: Browser;
}

/** Takes what is wanted or has changed, and forgets the pictures of scenes that are no more. */
async function takePlace(studio: Studio, place: string, scenes: readonly GuideScene[]): Promise<void> {
  const folder = join(guideFolder, place);
  await mkdir(folder, { recursive: true });
  const known = await readShots(place);
  const shots: GuideShots = {};
  for (const scene of scenes) {
    const [id, en] = await Promise.all(languages.map((language) => takeScene(studio, known, scene, language)));
    if (id && en) shots[scene.scene] = { id, en };
  }
  for (const gone of Object.keys(known).filter((scene) => !(scene in shots))) {
    for (const language of languages) await rm(join(folder, shotFile(gone, language)), { force: true });
  }
  await writeFile(join(folder, "pictures.json"), `${JSON.stringify(shots, null, 2)}\n`);
}

type Shot = GuideShots[string]["id"];

async function takeScene(studio: Studio, known: GuideShots, scene: GuideScene, language: "id" | "en"): Promise<Shot> {
  const outline = outlineOf(await fetchScene(studio.product.url, scene, language));
  const before = known[scene.scene]?.[language];
  const file = join(guideFolder, scene.place, shotFile(scene.scene, language));
  const stays = !wanted.includes("all") && !wanted.includes(scene.place) && before?.outline === outline;
  if (stays && (await readFile(file).catch(() => undefined))) return before;
  const { picture, title, shows } = await photograph(studio, scene, language);
  const { data, info } = await sharp(picture)
    .flatten({ background: "#ffffff" })
    .png({ palette: true, colours: 16, effort: 10, dither: 0 })
    .toBuffer({ resolveWithObject: true });
  if (data.length > most) throw new Error(`${file} has ${data.length} bytes, more than ${most}.`);
  await writeFile(file, data);
  console.log(`${scene.place}/${shotFile(scene.scene, language)} ${data.length} bytes`);
  return { title, shows, outline, size: scene.size, width: info.width, height: info.height };
}

async function photograph({ product, browser }: Studio, scene: GuideScene, language: "id" | "en") {
  const viewport = sizes[scene.size];
  const page = await browser.newPage({
    baseURL: product.url,
    viewport: { width: viewport.width, height: 1400 },
    locale: language === "id" ? "id-ID" : "en-GB",
    timezoneId: "Asia/Jakarta",
    reducedMotion: "reduce",
  });
  try {
    await keepCookie(page, product.url, cookies.language, language);
    if (scene.as) await keepCookie(page, product.url, cookies.session, scene.as.session);
    await page.goto(scene.path, { waitUntil: "networkidle" });
    return await look(page, viewport);
  } finally {
    await page.close();
  }
}

/** The lowest line above a limit that cuts through nothing, as an expression for the page. */
function cutAbove(top: number, limit: number): string {
  return `(() => {
  const parts = [...document.querySelectorAll("body *")]
    .filter((part) => part.children.length === 0 || part.matches("p, a, button, label, li"))
    .map((part) => part.getBoundingClientRect())
    .filter(({ top, height }) => height > 1 && top >= ${top});
  const cuts = parts.map(({ bottom }) => bottom + 10).filter((cut) => cut <= ${limit}).sort((a, b) => b - a);
  return cuts.find((cut) => parts.every(({ top, bottom }) => bottom <= cut || top >= cut)) ?? ${limit};
})()`;
}

/** The top of what a page says, without the head that all pages have, and what stands in it. */
async function look(page: Page, { width, height }: { readonly width: number; readonly height: number }) {
  const heading = page.getByRole("heading", { level: 1 });
  const main = await page.locator("main").boundingBox();
  const head = await page.locator("header").first().boundingBox();
  if (!main || !head) throw new Error(`${page.url()} has no head or no main part`);
  const top = head.y + head.height;
  const end = Math.min(top + height, main.y + main.height);
  const clip = { x: 0, y: top, width, height: Math.floor(await page.evaluate<number>(cutAbove(top, end))) - top };
  const shows: string[] = [];
  for (const part of await page.locator("main").locator("h2, legend, label, button, a.govuk-button").all()) {
    const box = await part.boundingBox();
    if (box && box.y + box.height < top + clip.height)
      shows.push((await part.innerText()).replaceAll(/\s+/g, " ").trim());
  }
  const title = (await heading.innerText()).replaceAll(/R(?:-\w{5}){2}|\s+/g, " ").trim();
  return {
    picture: await page.screenshot({ clip }),
    title,
    shows: [...new Set(shows)].filter((text) => text !== title).slice(0, 8),
  };
}
