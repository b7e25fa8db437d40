/** Words of the guide of one program, and of the pictures in guides. */
export const guideTexts = {
  "guide.title": { id: "Panduan {program}", en: "Guide to {program}" },
  "guide.link": { id: "Unduh panduan program ini (PDF)", en: "Download the guide to this program (PDF)" },
  "guide.caption_phone": { id: "{title}, di ponsel", en: "{title}, on a phone" },
  "guide.caption_desk": { id: "{title}, di komputer", en: "{title}, on a computer" },
  "guide.alt": { id: "Halaman {title}. Terlihat: {shows}.", en: "The page {title}. It shows: {shows}." },
  "guide.no_preparation": {
    id: "Tidak ada yang perlu disiapkan.",
    en: "There is nothing to prepare.",
  },
  "guide.task_text": {
    id: "Bagian “{task}” di daftar bagian:",
    en: "The part “{task}” of the list of parts:",
  },
  "guide.asked_sometimes": {
    id: "{what} (hanya bila sesuai jawaban Anda)",
    en: "{what} (only if your answers call for it)",
  },
  "guide.page_step": { id: "{page}: {fields}", en: "{page}: {fields}" },
  "guide.upload_step": { id: "Unggah {document}: {facts}", en: "Upload {document}: {facts}" },
  "guide.after_title": { id: "Sampai selesai", en: "To the end" },
  "guide.after_text": {
    id: "Setelah semua bagian terisi:",
    en: "When all parts are filled in:",
  },
  "guide.questions_text": {
    id: "Yang sering ditanyakan tentang program ini.",
    en: "What is often asked about this program.",
  },
} as const;
