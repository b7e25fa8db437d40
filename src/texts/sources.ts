/** What applicants and staff read about comparisons with sources. */
export const sourceTexts = {
  "source.fact.kk": { id: "nomor KK", en: "family card number" },
  "source.fact.name": { id: "nama", en: "name" },
  "source.fact.birth_place": { id: "tempat lahir", en: "place of birth" },
  "source.fact.birth_date": { id: "tanggal lahir", en: "date of birth" },
  "source.title": { id: "Pencocokan data", en: "Comparison of your data" },
  "source.intro": {
    id: "Data Anda dicocokkan dengan sumber resmi. Petugas yang memutuskan, bukan sumber itu.",
    en: "Your data are compared with official sources. An officer decides, not the source.",
  },
  "source.right": { id: "Data Anda cocok.", en: "Your data agree." },
  "source.different": {
    id: "Yang berbeda: {facts}. Petugas akan memeriksanya dengan berkas Anda. Bila Anda salah ketik, Anda akan diminta memperbaikinya; bila data di sumber yang salah, perbaiki di instansi yang mengelolanya.",
    en: "What differs: {facts}. An officer will compare it with your documents. If you mistyped you will be asked to correct it; if the source is wrong, have it corrected by the authority that keeps it.",
  },
  "source.not_found": {
    id: "Nomor Anda tidak ditemukan di sana. Petugas akan memeriksanya dengan berkas Anda.",
    en: "Your number was not found there. An officer will check it with your documents.",
  },
  "source.not_available": {
    id: "Sedang tidak dapat ditanya. Pendaftaran Anda tetap tercatat, dan data Anda dicocokkan nanti tanpa Anda perlu berbuat apa-apa.",
    en: "Cannot be asked at the moment. Your application stands, and your data will be compared later without anything to do for you.",
  },
  "source.waiting": {
    id: "Data Anda dicocokkan dalam beberapa menit.",
    en: "Your data will be compared within a few minutes.",
  },
} as const;

/** Names that their own letters do not give. */
const names: Readonly<Record<string, string>> = { thk2: "THK-II", lulus_pg: "Lulusan PG" };

/** The name of a source as people know it; the same in every language. */
export function sourceName(source: string): string {
  if (Object.hasOwn(names, source)) return names[source] ?? source;
  return source
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}
