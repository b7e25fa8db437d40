import { afterAll, beforeAll, expect, test } from "vitest";
import { anApplication, aReviewer, publish } from "../../../../test/applications.ts";
import { consoleWorld, type ConsoleWorld, type Desk } from "../../../../test/console.ts";
import { aFee, order } from "../../../../test/fees.ts";
import { npwpPribadi, readProgram } from "../../../../test/programs/compiled.ts";
import { paths } from "../../../paths.ts";

const { console: at } = paths;
const window = { opens: "2026-01-01", closes: "2090-01-01", at_close: "submit_complete_and_lock" } as const;

let world: ConsoleWorld;
let desk: Desk;
let today: string;
beforeAll(async () => {
  world = await consoleWorld();
  await publish(world, { ...readProgram(npwpPribadi), window, program: "berbayar", fee: aFee() });
  desk = await world.signIn(await aReviewer(world, world.institutionId, ["treasurer"]));
  const [row] = await world.database.owner.sql<{ day: string }[]>`
    select to_char(app_now() at time zone 'Asia/Jakarta', 'DD/MM/YYYY') as day`;
  today = row?.day ?? "";
});
afterAll(() => world.close());

async function anOrder() {
  const id = await order(world, await anApplication(world, { program: "berbayar" }).complete());
  return paymentOf(id);
}

async function paymentOf(id: string) {
  const { kysely } = world.database.owner;
  const columns = ["id", "amount", "reference", "status", "paid_amount"] as const;
  const row = await kysely.selectFrom("payments").select(columns).where("id", "=", id).executeTakeFirstOrThrow();
  return { ...row, amount: Number(row.amount) };
}

const csv = (lines: readonly string[]) => `tanggal,keterangan,kredit\n${lines.join("\n")}\n`;

async function upload(text: string, fields: Readonly<Record<string, string>> = {}) {
  const form = { institution: world.institutionId, day: "", amount: "", ...fields };
  return desk.upload(at.statements, form, { name: "statement", text });
}

async function outcomesOf(address: string | null): Promise<string[]> {
  const rows = await world.database.owner.sql<{ outcome: string }[]>`
    select outcome from statement_lines where statement_id = ${address?.split("/").at(-1)?.split("?")[0] ?? ""} order by line`;
  return rows.map(({ outcome }) => outcome);
}

test("what is exact is recorded once somebody looked, and nothing else is touched", async () => {
  const [byAmount, byReference, short, byHand, paid] = await Promise.all(Array.from({ length: 5 }, anOrder));
  if (!byAmount || !byReference || !short || !byHand || !paid) throw new Error("five orders were begun");
  const day = today.split("/").toReversed().join("-");
  const seen = { act: "confirm", day, amount: String(byHand.amount), reference: "TANGAN" };
  await desk.post(at.payment(byHand.id), seen);
  const before = csv([`${today},AWAL ${paid.reference},${paid.amount}`]);
  const first = await upload(before);
  expect((await desk.post(first.location ?? "")).status).toBe(303);
  expect(await paymentOf(paid.id)).toMatchObject({ status: "paid" });
  const lines = [
    `${today},SETOR TUNAI,${byAmount.amount}`,
    `${today},DARI SITI ${byReference.reference.replaceAll("-", "").toLowerCase()},${byReference.amount}`,
    `${today},DARI BUDI ${short.reference},100000`,
    `${today},DARI WATI ${byHand.reference},${byHand.amount}`,
    `${today},AWAL ${paid.reference},${paid.amount}`,
    `${today},SEKALI LAGI ${paid.reference},${paid.amount}`,
    `${today},LAGI ${byAmount.reference},${byAmount.amount}`,
    `${today},SIAPA INI,77`,
    `${today},${short.reference} DAN ${byReference.reference},100000`,
    `${today},DARI WATI LAGI ${byHand.reference},${byHand.amount}`,
    `31/12/2088,KELAK ${short.reference},${short.amount}`,
  ];
  const { location } = await upload(csv(lines));
  const expected = ["match", "match", "other_amount", "known", "already", "doubled", "doubled", "unknown", "ambiguous"];
  // Money that came once more, on the same day; and a day that has not come.
  expected.push("doubled", "unknown");
  expect(await outcomesOf(location)).toEqual(expected);
  // It was only looked at so far.
  expect(await paymentOf(byAmount.id)).toMatchObject({ status: "waiting" });
  const page = (await desk.get(location ?? "")).html;
  for (const text of ["Catat 2 transfer yang cocok", "Jumlah lain dari pesanan", short.reference, "Rp77"]) {
    expect(page).toContain(text);
  }
  const both = await Promise.all([1, 2].map(() => desk.post(location ?? "")));
  expect(both.map(({ status }) => status)).toEqual([303, 303]);
  expect((await outcomesOf(location)).slice(0, 2)).toEqual(["recorded", "recorded"]);
  for (const { id, amount } of [byAmount, byReference]) {
    expect(await paymentOf(id)).toMatchObject({ status: "paid", paid_amount: amount });
  }
  expect(await paymentOf(short.id)).toMatchObject({ status: "waiting" });
  const money = await world.database.owner.sql`select id from payments where follows is not null`;
  expect(money).toHaveLength(0);
});

test("the same file twice is the same statement, and its lines in another file are known", async () => {
  const { id, amount } = await anOrder();
  const line = `${today},SETOR,${amount}`;
  const first = await upload(csv([line]));
  await desk.post(first.location ?? "");
  expect((await upload(csv([line]))).location).toBe(first.location);
  const longer = await upload(csv([`${today},LAIN,5`, line]));
  expect(await outcomesOf(longer.location)).toEqual(["unknown", "already"]);
  expect(await paymentOf(id)).toMatchObject({ paid_amount: amount });
});

test("what was recorded by hand between looking and recording is not recorded again", async () => {
  const { id, amount } = await anOrder();
  const { location } = await upload(csv([`${today},SETOR,${amount}`]));
  await desk.post(at.payment(id), { act: "confirm", day: "2026-01-20", amount: String(amount), reference: "ANTARA" });
  await desk.post(location ?? "");
  expect(await outcomesOf(location)).toEqual(["doubled"]);
  const rows = await world.database.owner.sql`select id from payments where follows = ${id}`;
  expect(rows).toHaveLength(0);
});

test("a thousand lines are taken, and those among them that match are recorded at one press", async () => {
  const orders = await Promise.all(Array.from({ length: 60 }, () => anOrder()));
  const others = Array.from({ length: 940 }, (_, at) => `${today},LAIN ${at},${1_000_000 + at}`);
  const { location } = await upload(csv([...orders.map(({ amount }) => `${today},SETOR,${amount}`), ...others]));
  expect((await desk.post(location ?? "")).location).toBe(`${location}?done`);
  const outcomes = await outcomesOf(location);
  expect(outcomes).toHaveLength(1000);
  expect(outcomes.filter((one) => one === "recorded")).toHaveLength(60);
});

test.each([
  ["no file", "", {}, "Pilih berkas CSV"],
  ["a file without the columns", "waktu,masuk\n1,2\n", {}, "Kolom yang ada: waktu, masuk"],
  ["no table", "\u0000\u0001", {}, "Tidak ada baris judul kolom"],
])("%s is told beside the field", async (_what, text, fields, message) => {
  const page = await upload(text, fields);
  expect(page.status).toBe(422);
  expect(page.html).toContain(message);
  expect((await upload(csv([]), { institution: "lain" })).status).toBe(404);
});
