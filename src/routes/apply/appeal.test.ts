import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appeal, aRejected } from "../../../test/appeals.ts";
import { anApplication, aReviewer, type TestApplication } from "../../../test/applications.ts";
import { people, signIn } from "../../../test/people.ts";
import { readPdf } from "../../../test/read-pdf.ts";
import { securityWorld, type SecurityWorld } from "../../../test/security/world.ts";
import { paths } from "../../paths.ts";
import { answerAppeal } from "../../registry/appeals/answer.ts";

let world: SecurityWorld;
let rina: string;
const words = "KTP saya berlaku seumur hidup.";
beforeAll(async () => {
  world = await securityWorld();
  rina = await aReviewer(world.reviews, world.reviews.institutionId);
});
afterAll(() => world.close());

function owner() {
  return world.app.database.owner.kysely;
}

function home({ accountId }: TestApplication) {
  return signIn(world.app, accountId, "applicant");
}

test("a rejected applicant finds the way and the time, checks what was written, changes it, and sends it once", async () => {
  const application = await aRejected(world.reviews, rina);
  const at = paths.apply.appeal(application.id);
  const browser = await home(application);
  const status = await browser.get(paths.apply.status(application.id));
  expect(status.html).toContain(`href="${at}"`);
  expect(status.html).toMatch(/menyanggahnya satu kali, paling lambat .* pukul 23\.59 WIB/);
  await browser.get(at);
  const empty = await browser.post(at, { uraian_sanggah: " " });
  expect(empty.status).toBe(422);
  expect(empty.html).toContain('href="#uraian_sanggah"');
  const check = await browser.post(at, { uraian_sanggah: `${words} <b>` });
  expect(check.html).toContain("Periksa sanggah Anda");
  expect(check.html).toContain(`${words} &lt;b&gt;`);
  const again = await browser.post(at, { uraian_sanggah: words, step: "edit" });
  expect(again.status).toBe(200);
  expect(again.html).toContain(words);
  const sent = await browser.post(at, { uraian_sanggah: words, step: "send" });
  expect(sent.html).toContain("Sanggah Anda sudah dikirim");
  expect(sent.html).toContain(words);
  // The same form once more leads to the one that was sent.
  expect((await browser.post(at, { uraian_sanggah: "Lain", step: "send" })).html).toContain(words);
  const after = await browser.get(paths.apply.status(application.id));
  for (const said of ["Sanggah diperiksa", "Sanggah dikirim", "Lihat sanggah Anda"]) expect(after.html).toContain(said);
  expect((await fetch(world.app.origin + paths.apply.appealAnswer(application.id))).url).toContain("login");
});

test("who was not rejected, or comes too late, is told so", async () => {
  const waiting = await anApplication(world.reviews).submitted();
  const early = await (await home(waiting)).get(paths.apply.appeal(waiting.id));
  expect(early.html).toContain("Sanggah tidak dapat diajukan");
  expect((await (await home(waiting)).get(paths.apply.status(waiting.id))).html).not.toContain("anggah");

  const late = await aRejected(world.reviews, rina);
  const browser = await home(late);
  await browser.get(paths.apply.appeal(late.id));
  await sql`update applications set decided_at = app_now() - interval '15 days' where id = ${late.id}::uuid`.execute(
    owner(),
  );
  expect((await browser.post(paths.apply.appeal(late.id), { uraian_sanggah: words, step: "send" })).status).toBe(409);
  expect((await browser.get(paths.apply.appeal(late.id))).html).toContain("Masa sanggah berakhir");
  expect((await browser.get(paths.apply.status(late.id))).html).toContain("Masa sanggah berakhir");
});

test("the secretariat finds appeals in the queue, reads and answers; the applicant reads it on the page and on paper", async () => {
  const application = await aRejected(world.reviews, rina);
  await appeal(world.reviews, application, words);
  const { institutionId } = world.reviews;
  const dewi = await people.dewi(world.app, institutionId);
  const desk = paths.console.application(application.id);
  expect((await dewi.browser.get(`${paths.console.queue}?status=appealed`)).html).toContain(desk);
  const at = paths.console.appeal(application.id);
  expect((await dewi.browser.get(desk)).html).toContain(`href="${at}"`);
  const page = await dewi.browser.get(at);
  for (const said of [words, "KTP lama.", "Rina Contoh"]) expect(page.html).toContain(said);
  const wrong = await dewi.browser.post(at, { answer: "", words: "Sudah kami periksa." });
  expect(wrong.status).toBe(422);
  for (const said of ["Pilih tolak atau kabulkan", "Sudah kami periksa."]) expect(wrong.html).toContain(said);
  expect((await dewi.browser.post(at, { answer: "denied", words: "" })).html).toContain("Tulis penjelasan");
  await dewi.browser.get(at);
  await dewi.browser.post(at, { answer: "denied", words: "Berkasnya <tetap> sama." });
  expect((await dewi.browser.get(desk)).html).toContain("Sanggah ditolak");
  expect((await dewi.browser.get(at)).html).toContain("Sanggah ditolak; keputusan tetap");
  expect((await dewi.browser.post(at, { answer: "granted", words: "Lain" })).status).toBe(409);

  const browser = await home(application);
  const answered = await browser.get(paths.apply.appeal(application.id));
  for (const said of ["Sanggah ditolak; keputusan tetap", "Berkasnya &lt;tetap&gt; sama.", words])
    expect(answered.html).toContain(said);
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const pdf = await fetch(world.app.origin + paths.apply.appealAnswer(application.id), { headers: { cookie } });
  const { text, raw } = await readPdf(new Uint8Array(await pdf.arrayBuffer()));
  for (const said of ["Jawaban atas sanggah", "Berkasnya <tetap> sama.", `${world.app.origin}/check/R-`])
    expect(text).toContain(said);
  expect(raw).toContain("/MarkInfo");
  // The letter of the rejection itself is still there.
  const letter = await fetch(world.app.origin + paths.apply.letter(application.id), { headers: { cookie } });
  expect(letter.headers.get("content-type")).toBe("application/pdf");
});

test("who rejected reads the appeal, and is told that somebody else has to answer", async () => {
  const { institutionId } = world.reviews;
  const dewi = await people.dewi(world.app, institutionId);
  const application = await aRejected(world.reviews, dewi.accountId);
  await appeal(world.reviews, application, words);
  const page = await dewi.browser.get(paths.console.appeal(application.id));
  expect(page.html).toContain("Sanggahnya harus dijawab orang lain");
  expect(page.html).not.toContain("<textarea");
  const other = await people.dewi(world.app, institutionId);
  await answerAppeal(
    { db: world.app.database.staff.kysely, keyring: world.app.keyring, catalog: world.reviews.catalog },
    {
      applicationId: application.id,
      institutions: [institutionId],
      actorId: other.accountId,
      answer: "granted",
      words: "Anda benar.",
    },
  );
  const status = await (await home(application)).get(paths.apply.status(application.id));
  for (const said of ["Sedang diverifikasi", "Sanggah dikabulkan", "Anda benar."]) expect(status.html).toContain(said);
});
