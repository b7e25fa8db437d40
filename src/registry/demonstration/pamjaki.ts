import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import type { Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import type { Regions } from "../../program/regions.ts";
import { findAccountByEmail } from "../accounts/account.query.ts";
import { createActiveAccount } from "../accounts/create.ts";
import { savePage } from "../applications/save-page.ts";
import { startApplication } from "../applications/start.ts";
import { submitApplication } from "../applications/submit.ts";
import { importMembers } from "../members/import.ts";
import { catalogOf } from "../programs/catalog.ts";

const program = "pamjaki-anggota";

/** Members of before. The first is the applicant of the demonstration, so that one can try to prove a number. */
const members = [
  "number,name,birth_date,nik,email",
  "PMJ-2019-00012,Siti Contoh,1990-05-17,,siti@contoh.id",
  "PMJ-2020-00007,Bagus Contoh,1985-01-02,3171010201850001,",
  "PMJ-2021-00101,Ratna Contoh,1978-11-30,3273017011780002,ratna.lama@contoh.example",
];

/** Newcomers who wait for the secretariat's first check: one at a provider of personal addresses, one at an unknown domain. */
const newcomers = [
  { name: "Fitri Contoh", email: "fitri.contoh@example.com", date: ["9", "3", "1992"], before: "no" },
  { name: "Gilang Contoh", email: "gilang@perusahaan-contoh.example", date: ["21", "8", "1987"], before: "no" },
  { name: "Intan Contoh", email: "intan.contoh@example.com", date: ["2", "12", "1995"], before: "no" },
  { name: "Joko Contoh", email: "joko.contoh@example.com", date: ["30", "6", "1979"], before: "yes" },
] as const;

/** The program asks for no region, so none needs to be known. */
const noRegions: Regions = { find: () => undefined, children: () => [] };

/**
 * Members of before and newcomers of PAMJAKI, where its program is among those of the demonstration. Whoever is there
 * already stays as they are. Needs the owner's connection.
 */
export async function ensurePamjaki(services: {
  readonly owner: Kysely<DB>;
  readonly keyring: Keyring;
}): Promise<void> {
  const { owner, keyring } = services;
  const published = await owner
    .selectFrom("programs")
    .select("institution_id")
    .where("slug", "=", program)
    .executeTakeFirst();
  if (!published) return;
  await ensureEmailLists(owner, published.institution_id);
  await importMembers(services, {
    program,
    csv: Readable.from([`${members.join("\n")}\n`]),
    dryRun: false,
    // A number that was proved and a NIK that moved since are no reason to end the start.
    onBadLine: () => undefined,
  });
  const applying = { db: owner, keyring, catalog: catalogOf(owner, noRegions) };
  for (const newcomer of newcomers) {
    if (await findAccountByEmail(owner, keyring, newcomer.email)) continue;
    const { name, email } = newcomer;
    const accountId = await createActiveAccount(owner, keyring, {
      name,
      email,
      password: randomBytes(24).toString("base64url"),
    });
    const { id } = await startApplication(applying, { accountId, program, language: "id" });
    for (const [page, form] of Object.entries(pagesOf(newcomer))) {
      const { kind } = await savePage(applying, {
        accountId,
        applicationId: id,
        page,
        form: Object.fromEntries(Object.entries(form).map(([field, value]) => [field, [value].flat()])),
        seenVersion: 0,
      });
      if (kind !== "saved") throw new Error(`the demonstration's ${page} of ${program} was not saved`);
    }
    const { outcome } = await submitApplication(owner, { applicationId: id, accountId });
    if (outcome !== "submitted") throw new Error(`the demonstration's ${program} is ${outcome}`);
  }
}

/** The domain of its members' own mailboxes, and one of an office that no ending gives away. */
async function ensureEmailLists(owner: Kysely<DB>, institutionId: string): Promise<void> {
  await owner
    .insertInto("email_lists")
    .values({ id: uuidv7(), institution_id: institutionId, allow: ["example.com"], deny: ["kantor-contoh.example"] })
    .onConflict((clash) => clash.constraint("email_lists__one_after_another").doNothing())
    .execute();
}

function pagesOf({ name, email, date: [day, month, year], before }: (typeof newcomers)[number]) {
  const pages: Record<string, Record<string, string | string[]>> = {
    identitas: { nama: name, "tanggal_lahir.day": day, "tanggal_lahir.month": month, "tanggal_lahir.year": year },
    kontak: { surel: email, nomor_hp: "0812 3456 7890" },
    tujuan: { kegiatan_diikuti: ["ujian_tertulis", "seminar"], pernah_ikut: before },
  };
  if (before === "yes") pages["kegiatan_lalu"] = { nomor_lama: "", uraian_lalu: "Seminar di Bandung, 2015." };
  return pages;
}
