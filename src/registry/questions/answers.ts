import { commonStems } from "../accounts/common-passwords.ts";

/** Fewest letters of an answer. */
const LEAST = 4;

/** An answer as it is hashed: what people type differently the second time is gone. */
export function plainAnswer(typed: string): string {
  return (
    typed
      .normalize("NFKC")
      .toLowerCase()
      // "Layang-layang" is written with a space as often.
      .replace(/[-‐‑–/]/g, " ")
      .replace(/[^\p{L}\p{M}\p{N}\s]/gu, "")
      .replace(/\s+/g, " ")
      .trim()
  );
}

/** Why an answer may not be chosen. */
export type AnswerProblem = "short" | "common" | "own";

/** What is wrong with an answer; `own` are the values of the profile, which others know or find. */
export function answerProblem(typed: string, own: readonly string[]): AnswerProblem | undefined {
  const plain = plainAnswer(typed);
  if ((plain.match(/\p{L}/gu) ?? []).length < LEAST) return "short";
  if (common.has(plain) || new Set(plain.replaceAll(" ", "")).size < 3) return "common";
  const facts = own.flatMap((value) => [value, ...value.split(/[\s@.]+/)]).map(plainAnswer);
  return facts.some((fact) => fact.length >= LEAST && fact === plain) ? "own" : undefined;
}

/** What many people answer to such questions, in plain form; whoever guesses begins with these. */
const common = new Set([
  ...commonStems,
  ...`tidak ada; tidak tahu; tidak ingat; tidak pernah; lupa; rahasia; apa saja; jawaban; pertanyaan; qwerty; asdf; abcd;
  nasi goreng; mie goreng; mi goreng; mie instan; indomie; telur dadar; telur ceplok; telur goreng; ayam goreng; rendang;
  bakso; sate; soto; nasi uduk; nasi putih; tempe goreng; tahu goreng; sayur asem; sayur sop; kue bolu; kopi; teh manis;
  handphone; ponsel; telepon; laptop; komputer; sepeda; sepeda motor; motor; mobil; baju; celana; sepatu; sandal; tas;
  dompet; jam tangan; buku; pensil; pulpen; boneka; mainan; emas; cincin; kalung; kunci; kunci motor; uang; payung; topi;
  kacamata; charger; permen; jajan; es krim; kado; hadiah; jakarta; bandung; yogyakarta; surabaya; semarang; medan; bali;
  malang; makassar; palembang; lampung; bogor; padang; aceh; papua; lombok; jawa; sumatera; kalimantan; sulawesi; mekkah;
  singapura; malaysia; pantai; gunung; kereta; kereta api; pesawat; kapal; kapal laut; kolong meja; kolong tempat tidur;
  bawah tempat tidur; bawah meja; lemari; kamar; dapur; atap; pohon; kebun; rumah nenek; belakang rumah; belakang pintu;
  hantu; gelap; kegelapan; setan; pocong; kuntilanak; ular; anjing; kucing; kecoa; cicak; laba laba; badut; petir; guntur;
  dokter; suntik; ketinggian; piring; gelas; kaca; vas; vas bunga; jendela; televisi; mangkuk; nenek; kakek; ayah; mama;
  papa; teman; pacar; suami; istri; adik; kakak; ghost; dark; snake; phone; bicycle; rice; money; nothing; unknown; none`
    .split(";")
    .map(plainAnswer),
]);
