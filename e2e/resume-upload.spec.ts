import { randomBytes } from "node:crypto";
import type { Page, Request } from "@playwright/test";
import sharp from "sharp";
import { paths } from "../src/paths.ts";
import { aDraft } from "./applications.ts";
import { expect, press, test } from "./story.ts";

/** Noise hardly compresses: some 2 MB, which take some seconds on the line below. */
async function photograph(): Promise<Buffer> {
  const [width, height] = [1500, 1000];
  const noise = randomBytes(width * height * 3);
  return sharp(noise, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 85 })
    .toBuffer();
}

/** A poor line, which can be cut: also what is on its way breaks off then. */
async function poorLine(page: Page): Promise<{ cut(offline: boolean): Promise<void> }> {
  const protocol = await page.context().newCDPSession(page);
  const cut = async (offline: boolean) => {
    await protocol.send("Network.emulateNetworkConditions", {
      offline,
      latency: 100,
      downloadThroughput: 400_000,
      uploadThroughput: 400_000,
    });
  };
  await protocol.send("Network.enable");
  await cut(false);
  return { cut };
}

async function choose(page: Page, buffer: Buffer): Promise<void> {
  await page.locator("input[type=file]").setInputFiles({ name: "ktp.jpg", mimeType: "image/jpeg", buffer });
  await press(page, /^Unggah/);
}

/** Where each piece that is sent from now on begins. */
function listenToPieces(page: Page): number[] {
  const starts: number[] = [];
  page.on("request", (request: Request) => {
    const offset = request.headers()["upload-offset"];
    if (offset !== undefined) starts.push(Number(offset));
  });
  return starts;
}

test("an upload goes on by itself when the line was cut in its middle @js", async ({ page, product, signIn }) => {
  const draft = await aDraft(product);
  await signIn(draft.person);
  await page.goto(paths.apply.step(draft.id, "foto_ktp"));
  const line = await poorLine(page);
  const starts = listenToPieces(page);
  await choose(page, await photograph());
  await expect(page.getByText(/Mengunggah … [3-6]\d %/)).toBeVisible({ timeout: 30_000 });
  await line.cut(true);
  await expect(page.getByText("Sambungan terputus – dilanjutkan otomatis")).toBeVisible();
  await line.cut(false);
  await expect(page.getByText("Berkas diterima")).toBeVisible({ timeout: 30_000 });
  // Nothing that had arrived went a second time.
  expect(starts.filter((start) => start === 0)).toHaveLength(1);
});

test("an upload goes on where it stopped when the page was loaded again and the same file chosen @js", async ({
  page,
  product,
  signIn,
}) => {
  const draft = await aDraft(product);
  await signIn(draft.person);
  await page.goto(paths.apply.step(draft.id, "foto_ktp"));
  const line = await poorLine(page);
  const file = await photograph();
  await choose(page, file);
  await expect(page.getByText(/Mengunggah … [3-6]\d %/)).toBeVisible({ timeout: 30_000 });
  await line.cut(true);
  await expect(page.getByText("Sambungan terputus – dilanjutkan otomatis")).toBeVisible();
  await line.cut(false);
  await page.goto(paths.apply.step(draft.id, "foto_ktp"));
  await expect(page.getByText(/Unggahan terakhir terhenti di [1-9]\d? %/)).toBeVisible();
  const starts = listenToPieces(page);
  await choose(page, file);
  await expect(page.getByText("Berkas diterima")).toBeVisible({ timeout: 30_000 });
  expect(Math.min(...starts)).toBeGreaterThan(0);
});
