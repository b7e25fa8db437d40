import { randomBytes } from "node:crypto";
import sharp from "sharp";
import { listSourcePeople } from "../src/registry/demonstration/source-people.ts";
import { paths } from "../src/paths.ts";
import { ktpJpeg, pdf } from "../test/sample-files.ts";
import { numberOn } from "../test/tickets.ts";
import { openLetter } from "./letters.ts";
import { expect, press, test } from "./story.ts";
import { sendQuestion } from "./ticket-pages.ts";

const { helpdesk, console: at } = paths;

test("whoever's NIK somebody else used sends the papers with the ticket, an agent sees them, and the answer is found and rated", async ({
  page,
  product,
  signIn,
  scripts,
}) => {
  const email = `nik.${randomBytes(6).toString("hex")}@contoh.example`;
  await page.goto(helpdesk.ask("nik-didaftarkan-orang-lain"));
  await sendQuestion(page, scripts, { kontak_surel: email });
  const number = numberOn({ html: await page.content() });
  const upload = async (label: string, name: string, buffer: Buffer) => {
    const form = page.locator("form", { has: page.getByLabel(label, { exact: true }) });
    await form.locator("input[type=file]").setInputFiles({ name, mimeType: "image/jpeg", buffer });
    await form.locator("button").click();
    await expect(page.getByText("Berkas Anda diterima.")).toBeVisible({ timeout: 30_000 });
    await page.goto(page.url().replace(/\?.*/, ""));
  };
  await upload("Swafoto memegang KTP", "swafoto.jpg", scripts ? await heavyPhotograph() : await ktpJpeg());
  await upload("Pindaian KTP", "ktp.jpg", await ktpJpeg());
  await upload("Pindaian kartu keluarga", "kk.pdf", pdf(1));
  await expect(page.getByRole("heading", { name: "Dokumen yang perlu dikirim" })).toHaveCount(0);
  await expect(page.locator("main img")).toHaveCount(3);

  const ticket = page.url();
  await openLetter(page, email, /Pertanyaan Anda tercatat/);
  const [, code = ""] = /Kode e-mail: (\d{3} \d{3})/.exec(await page.content()) ?? [];
  await page.goto(ticket);
  await page.getByText("Buka tiket juga dengan e-mail Anda").click();
  await page.getByLabel("Kode dari surat kami").fill(code);
  await press(page, "Pakai kode ini");
  await expect(page.getByText("Alamat e-mail Anda kini dapat membuka tiket ini.")).toBeVisible();

  await signIn(await product.member("agent", "Ayu Contoh"));
  await page.goto(at.tickets);
  await page.getByRole("link", { name: number }).click();
  await expect(page.locator("main img")).toHaveCount(3);
  await page.getByLabel("Tulisan Anda").fill("Petugas kedua memeriksa keputusannya.");
  await press(page, "Kirim jawaban");

  await page.context().clearCookies();
  await openLetter(page, email, /Tiket Anda dijawab/);
  await expect(page.locator("body")).toContainText(number);
  await page.goto(helpdesk.tickets);
  await page.getByLabel("Nomor tiket").fill(number);
  await page.locator("[name='surel']").fill(email);
  await press(page, "Lihat status");
  await expect(page.locator("main")).toContainText("Petugas kedua memeriksa keputusannya.");
  await page.getByLabel("Ya", { exact: true }).check();
  await press(page, "Kirim penilaian");
  await expect(page.getByText("Terima kasih atas penilaian Anda.")).toBeVisible();
});

for (const category of ["pengecekan-dapodik-lulusan-pg", "pengecekan-eks-thk2"]) {
  test(`${category}: whoever is in the source has the answer by itself, and anybody else a ticket for an agent`, async ({
    page,
    scripts,
  }) => {
    // The first of them is in both sources; every browser of the test asks for another of them.
    const size = page.viewportSize()?.width ?? 0;
    const people = listSourcePeople().filter((_, place) => place % 20 === 0);
    const known = people[(size > 500 ? 2 : 0) + (scripts ? 1 : 0)];
    if (!known) throw new Error("the demonstration's sources are empty");
    const [year = "", month = "", day = ""] = known.birthDate.split("-").map((part) => String(Number(part)));
    await page.goto(helpdesk.ask(category));
    await sendQuestion(page, scripts, {
      nama: known.name,
      nik: known.nik,
      nomor_kk: known.kk,
      tempat_lahir: known.birthPlace,
      "tanggal_lahir.day": day,
      "tanggal_lahir.month": month,
      "tanggal_lahir.year": year,
    });
    numberOn({ html: await page.content() });
    await expect(async () => {
      await page.reload();
      await expect(page.locator("[aria-current=step]")).toContainText("Jawaban", { timeout: 1000 });
    }).toPass();
    await expect(page.locator("main")).toContainText("Data Anda ditemukan di");

    await page.goto(helpdesk.ask(category));
    await sendQuestion(page, scripts);
    numberOn({ html: await page.content() });
    await expect(page.getByRole("heading", { name: "Dokumen yang perlu dikirim" })).toBeVisible();
    await expect(page.locator("main")).not.toContainText("Data Anda ditemukan di");
  });
}

/** A card far above 200 KiB, which a browser makes smaller. */
async function heavyPhotograph(): Promise<Buffer> {
  const card = await ktpJpeg();
  return sharp(card).resize(4000).modulate({ brightness: 1.1 }).jpeg({ quality: 100 }).toBuffer();
}
