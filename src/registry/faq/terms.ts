import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { plainText, readMarkdown } from "../../platform/markdown.ts";
import type { Faq } from "./faq-file.ts";

/** Words so common that they tell no question from another. */
const common = new Set(
  (
    "ada adalah agar akan anda apa apakah atau bagaimana bagi bahwa baru belum bila bisa boleh dalam dan dapat dari " +
    "dengan di dia harus hanya ini itu jika juga kalau kami kapan karena ke kepada ketika kita lagi lain lalu lewat " +
    "maka masih mengapa nya oleh pada para perlu pun saat saja satu saya sebagai sebelum sedang semua seperti sudah " +
    "supaya tapi telah tentang tetapi tidak untuk yang gak ga nggak tak gimana kok kenapa mau aku gw ya " +
    "a about an and are as at be been but by can do does for from had has have how i if in is it its my no not of on " +
    "or so that the then there this to was were what when where which who why will with you your cannot"
  ).split(" "),
);

/** How much a word says about a question, by where it stands. */
const weights = { question: 1, words: 0.9, answer: 0.3 } as const;

/** The words of a text as the search compares them: small, without accents, without the most common ones. */
export function searchWords(text: string): string[] {
  const words = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 2 && word.length <= 40);
  const telling = words.filter((word) => !common.has(word));
  return [...new Set(telling.length > 0 ? telling : words)];
}

/** Writes the words of a question anew, in the transaction that changes it. */
export async function keepTerms(
  trx: Kysely<DB>,
  entry: { readonly id: string; readonly institutionId: string | null },
  faq: Pick<Faq, "question" | "answer" | "words">,
): Promise<void> {
  const found = new Map<string, number>();
  const take = (text: string, weight: number) => {
    for (const term of searchWords(text)) found.set(term, Math.max(found.get(term) ?? 0, weight));
  };
  for (const language of ["id", "en"] as const) {
    take(faq.question[language], weights.question);
    take(plainText(readMarkdown(faq.answer[language])), weights.answer);
  }
  take(faq.words, weights.words);
  await trx.deleteFrom("faq_terms").where("entry_id", "=", entry.id).execute();
  const rows = [...found].map(([term, weight]) => ({
    entry_id: entry.id,
    institution_id: entry.institutionId,
    term,
    weight,
  }));
  if (rows.length > 0) await trx.insertInto("faq_terms").values(rows).execute();
}
