/** Words on how long answered tickets are kept, for whoever asked and for administrators. */
export const ticketRetentionTexts = {
  "ticket_retention.until": {
    id: "Tiket ini disimpan sampai {day}, lalu dihapus bersama berkasnya dan tidak dapat dibuka lagi.",
    en: "This ticket is kept until {day}; then it is erased with its files and cannot be opened again.",
  },
  "ticket_retention.open": {
    id: "Tiket ini disimpan selama belum selesai dan {months, plural, other {# bulan}} setelah jawaban terakhir, lalu dihapus bersama berkasnya.",
    en: "This ticket is kept as long as it is open and for {months, plural, one {# month} other {# months}} after the last answer; then it is erased with its files.",
  },
  "ticket_retention.longer": {
    id: "Selama perkara NIK atau permintaan hak atas data dari akun Anda berjalan, tiket disimpan lebih lama.",
    en: "While a case about a NIK or a request about your data from your account is running, it is kept longer.",
  },
  "ticket_retention.to": { id: "Masa simpan tiket", en: "Keeping of tickets" },
  "ticket_retention.title": { id: "Masa simpan tiket", en: "How long tickets are kept" },
  "ticket_retention.lead": {
    id: "Tiket yang sudah dijawab dihapus sesudah masa ini, dengan kunci, berkas dan semua tulisannya. Yang belum selesai tidak dihapus, begitu pula selama perkara NIK atau permintaan hak atas data penanyanya berjalan. Angka-angkanya tetap dihitung.",
    en: "Answered tickets are erased after this time, with their keys, files and all that was written. What is open is not erased, nor while a case about a NIK or a request about their data of whoever asked is running. Figures still count them.",
  },
  "ticket_retention.months": { id: "Bulan sesudah jawaban terakhir", en: "Months after the last answer" },
  "ticket_retention.months_hint": {
    id: "1 sampai 120. Berlaku juga bagi tiket yang sudah dijawab, dan yang dihapus tidak dapat dikembalikan. Setelah diubah, selama 7 hari tidak ada yang dihapus.",
    en: "1 to 120. It holds for tickets that are answered already as well, and what is erased does not come back. For 7 days after a change nothing is erased.",
  },
  "ticket_retention.error_months": { id: "Tulis angka dari 1 sampai 120.", en: "Enter a number from 1 to 120." },
  "ticket_retention.save": { id: "Simpan masa simpan", en: "Save" },
  "ticket_retention.saved": { id: "Masa simpan disimpan.", en: "How long tickets are kept was saved." },
  "ticket_retention.now": {
    id: "{months, plural, other {# bulan}} sesudah jawaban terakhir",
    en: "{months, plural, one {# month} other {# months}} after the last answer",
  },
  "ticket_retention.by_default": { id: "Bawaan; belum pernah diubah", en: "As given; never changed" },
  "ticket_retention.set_by": { id: "{name}, {at}", en: "{name}, {at}" },
  "ticket_retention.row.kept": { id: "Disimpan", en: "Kept" },
  "ticket_retention.row.set": { id: "Ditetapkan", en: "Set" },
} as const;
