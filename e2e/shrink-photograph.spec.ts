import { randomBytes } from "node:crypto";
import sharp from "sharp";
import { paths } from "../src/paths.ts";
import { aDraft } from "./applications.ts";
import { expect, press, test } from "./story.ts";

/** Noise hardly compresses, so this is a photograph above the limit of 5 MiB. */
async function heavyPhotograph(): Promise<Buffer> {
  const [width, height] = [3000, 2200];
  const noise = randomBytes(width * height * 3);
  return sharp(noise, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

test("a photograph above the limit is made smaller on the telephone and taken @js", async ({
  page,
  product,
  signIn,
}) => {
  const draft = await aDraft(product);
  await signIn(draft.person);
  const photograph = await heavyPhotograph();
  expect(photograph.length).toBeGreaterThan(5 * 1024 * 1024);
  await page.goto(paths.apply.step(draft.id, "foto_ktp"));
  await page.locator("input[type=file]").setInputFiles({ name: "ktp.jpg", mimeType: "image/jpeg", buffer: photograph });
  await expect(page.getByText("Kami memperkecilnya di perangkat Anda")).toBeVisible();
  await press(page, /^Unggah/);
  await expect(page.getByText("Berkas diterima")).toBeVisible({ timeout: 30_000 });
});
