import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium, type Browser } from "@playwright/test";
import sharp from "sharp";
import { aClaimedApplication, aSubmittedApplication, type Application } from "../e2e/applications.ts";
import { openProduct, type Person, type Product } from "../e2e/product.ts";
import { keepCookie } from "../e2e/story.ts";
import { paths } from "../src/paths.ts";
import { cookies } from "../src/platform/http/cookies.ts";
import { chromiumFlags, findChromium } from "../test/chromium.ts";
import { freePort } from "../test/free-port.ts";
import startProduct from "../test/product.setup.ts";

// Draws the pictures of the README anew from the running product: `node scripts/pictures.ts`.
const folder = join(import.meta.dirname, "../docs/images");
const most = 250_000;

process.env["E2E_URL"] = `http://localhost:${await freePort()}`;
await mkdir(folder, { recursive: true });
const stop = await startProduct();
const product = openProduct();
const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] });
try {
  await take(browser, "portal", paths.portal);
  const reviewer = await product.member("reviewer", "Rina Contoh");
  const application = await fillQueue(product, reviewer);
  await take(browser, "console", paths.console.application(application.id), reviewer);
} finally {
  await browser.close();
  await product.close();
  await stop();
}

/** A queue of plainly made-up people; the one shown is under review. */
async function fillQueue(opened: Product, reviewer: Person): Promise<Application> {
  const shown = await aClaimedApplication(opened, reviewer, await opened.applicant("Siti Contoh"));
  for (const name of ["Budi Contoh", "Made Contoh", "Yohana Contoh"]) {
    await aSubmittedApplication(opened, await opened.applicant(name));
  }
  return shown;
}

async function take(from: Browser, name: string, path: string, as?: Person): Promise<void> {
  const page = await from.newPage({
    baseURL: product.url,
    viewport: { width: 1280, height: 672 },
    locale: "id-ID",
    reducedMotion: "reduce",
  });
  if (as) await keepCookie(page, product.url, cookies.session, as.session);
  await page.goto(path, { waitUntil: "networkidle" });
  const picture = await sharp(await page.screenshot())
    .png({ palette: true, colours: 128, effort: 10 })
    .toBuffer();
  await page.close();
  if (picture.length > most) throw new Error(`${name}.png has ${picture.length} bytes, more than ${most}.`);
  await writeFile(join(folder, `${name}.png`), picture);
  console.log(`docs/images/${name}.png ${picture.length} bytes`);
}
