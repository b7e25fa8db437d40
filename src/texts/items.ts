/** Words of the pages that are asked for each item of a list, of the page for those who cannot apply, of templates and glossaries. */
export const itemTexts = {
  "items.add": { id: "Tambah {item}", en: "Add {item}" },
  "items.count": { id: "Banyaknya", en: "How many" },
  "items.none": { id: "Tidak ada", en: "None" },
  "items.limits": {
    id: "Isi satu per satu, {min, plural, =0 {paling banyak {max}} other {paling sedikit {min} dan paling banyak {max}}}. Semua isian tersimpan.",
    en: "Fill them in one by one, {min, plural, =0 {at most {max}} other {at least {min} and at most {max}}}. Everything is saved.",
  },
  "items.too_few": {
    id: "Tambahkan paling sedikit {min}. Sekarang ada {count}.",
    en: "Add at least {min}. There {count, plural, one {is #} other {are #}} now.",
  },
  "items.too_many": {
    id: "Paling banyak {max}. Hapus yang tidak perlu.",
    en: "At most {max}. Remove what is not needed.",
  },
  "items.wrong": { id: "{item} perlu diperbaiki", en: "{item} needs correction" },
  "items.remove": { id: "Hapus", en: "Remove" },
  "items.remove_title": { id: "Hapus {item}?", en: "Remove {item}?" },
  "items.remove_text": {
    id: "Isian ini dihapus dan tidak dapat dikembalikan.",
    en: "This entry is deleted and cannot be brought back.",
  },
  "items.remove_confirm": { id: "Ya, hapus", en: "Yes, remove" },
  "items.keep": { id: "Tidak, simpan", en: "No, keep it" },
  "template.download": { id: "Unduh templat", en: "Download the template" },
  "template.sign_in": { id: "Masuk untuk mengunduh templat", en: "Sign in to download the template" },
  "glossary.title": { id: "Arti istilah", en: "What the words mean" },
  "eligibility.title": { id: "Anda belum dapat mendaftar", en: "You cannot apply" },
  "eligibility.text": {
    id: "Isian Anda tetap tersimpan. Bila ada jawaban yang keliru, ubahlah; permohonan tidak dapat dikirim selama syarat ini tidak terpenuhi.",
    en: "What you filled in stays saved. If an answer is wrong, change it; the application cannot be submitted while this requirement is not met.",
  },
  "eligibility.change": { id: "Ubah jawaban", en: "Change the answer" },
} as const;
