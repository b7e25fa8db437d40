import { paths } from "../src/paths.ts";
import { loadCategories } from "../src/registry/tickets/category-file.ts";
import { numberOn } from "../test/tickets.ts";
import { expect, press, test } from "./story.ts";
import { openAgain, sendQuestion } from "./ticket-pages.ts";

const { helpdesk, console: at } = paths;

/**
 * What each form asks beside the facts of every category, and what its ticket says besides. Complaints have a story of
 * their own, in `follow-a-ticket.spec.ts`; those that want documents too.
 */
const categories = {
  "nik-kk-tidak-ditemukan": {
    says: "Suku Dinas Kependudukan dan Pencatatan Sipil Kota Administrasi Jakarta Pusat",
  },
  "data-tidak-sesuai": { says: "1500537" },
  "reset-password": {},
  "lupa-jawaban-pengaman": {},
  "akun-terkunci": {},
  "perubahan-email": {},
} as const satisfies Record<string, { readonly says?: string }>;

for (const [category, story] of Object.entries(categories)) {
  test(`${category}: from the form to the answer`, async ({ page, product, signIn, scripts }) => {
    const { title, after } = loadCategories().find((one) => one.category === category) ?? {};
    await page.goto(helpdesk.askWhat);
    await page.getByRole("link", { name: title?.id ?? category, exact: true }).click();
    await sendQuestion(page, scripts, { nik: product.freshNik() });
    await expect(page.getByRole("heading", { name: "Pertanyaan terkirim" })).toBeVisible();
    await expect(page.locator("main")).toContainText(after?.id ?? "");
    const number = numberOn({ html: await page.content() });

    await signIn(await product.member("agent", "Ayu Contoh"));
    await page.goto(at.tickets);
    await page.getByRole("link", { name: number }).click();
    await press(page, "Ambil tiket ini");
    await page.getByLabel("Tulisan Anda").fill("Sudah kami periksa, silakan coba lagi.");
    await press(page, "Kirim jawaban");

    await openAgain(page, number);
    await expect(page.locator("[aria-current=step]")).toContainText("Jawaban");
    await expect(page.locator("main")).toContainText("Sudah kami periksa, silakan coba lagi.");
    if ("says" in story) await expect(page.locator("main")).toContainText(story.says);
  });
}
