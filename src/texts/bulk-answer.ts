/** Words of answering several tickets at once. */
export const bulkAnswerTexts = {
  "bulk_answer.picked": { id: "Jawab yang dipilih", en: "Answer the chosen ones" },
  "bulk_answer.filtered": { id: "Jawab semua yang tersaring", en: "Answer all that are filtered" },
  "bulk_answer.pick": { id: "Pilih tiket {number}", en: "Choose ticket {number}" },
  "bulk_answer.title": {
    id: "Satu jawaban untuk {count} tiket",
    en: "One answer to {count, plural, one {# ticket} other {# tickets}}",
  },
  "bulk_answer.lead": {
    id: "Untuk pertanyaan dengan sebab yang sama, seperti gangguan. Setiap penanya menerima jawabannya sendiri; tiket pada rekan dan yang sudah dijawab tidak ikut.",
    en: "For questions with one cause, such as an outage. Everybody gets an answer of their own; tickets with colleagues and answered ones are left out.",
  },
  "bulk_answer.most": {
    id: "Hanya {most} tiket dijawab sekaligus. Ulangi untuk sisanya.",
    en: "Only {most} tickets are answered at once. Repeat it for the rest.",
  },
  "bulk_answer.list": { id: "Tiket yang dijawab", en: "Tickets that are answered" },
  "bulk_answer.words": { id: "Jawaban", en: "Answer" },
  "bulk_answer.words_hint": {
    id: "Isian yang diganti pada setiap tiket: '{nama}', '{nomor_tiket}', '{kategori}', '{instansi}'.",
    en: "Fields that are filled in for each ticket: '{nama}' (name), '{nomor_tiket}' (ticket number), '{kategori}' (category), '{instansi}' (institution).",
  },
  "bulk_answer.confirm": {
    id: "Saya sudah memeriksa daftar dan jawabannya",
    en: "I have checked the list and the answer",
  },
  "bulk_answer.error_confirm": {
    id: "Tandai bahwa Anda sudah memeriksanya.",
    en: "Tick that you have checked it.",
  },
  "bulk_answer.send": { id: "Kirim ke semua", en: "Send to all" },
  "bulk_answer.none_title": { id: "Tidak ada tiket yang dapat dijawab", en: "There are no tickets to answer" },
  "bulk_answer.none": {
    id: "Pilih tiket yang belum dijawab dan tidak ada pada rekan.",
    en: "Choose tickets that are not answered and not with a colleague.",
  },
  "bulk_answer.done": {
    id: "{count} tiket dijawab.",
    en: "{count, plural, one {# ticket} other {# tickets}} answered.",
  },
} as const;
