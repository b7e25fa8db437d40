/** Words that people use for one thing, mishearings and borrowed spellings among them; small, without accents. */
const groups = [
  "email mail surel emel imel imil eml",
  "password pasword paswod sandi kunci",
  "hp ponsel handphone hape telepon telpon seluler",
  "upload uplod unggah aplod",
  "download donlod unduh donlot",
  "file fail berkas dokumen",
  "ganti ubah tukar rubah",
  "login masuk logon",
  "foto poto gambar",
  "sms pesan",
  "gagal error eror",
].map((line) => line.split(" "));

const known = new Map(groups.flatMap((group) => group.map((word) => [word, group] as const)));

/** The word itself and the others by which the same thing is called. */
export function sameThings(word: string): readonly string[] {
  return [word, ...(known.get(word) ?? []).filter((other) => other !== word)];
}
