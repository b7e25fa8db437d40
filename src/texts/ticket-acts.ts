/** Words of what agents do with a ticket besides answering it. */
export const ticketActTexts = {
  "ticket_acts.due": { id: "Tenggat jawaban {moment}", en: "Answer due {moment}" },
  "ticket_acts.merged": {
    id: "Tiket ini digabungkan dengan {number}. Balasan penanya masuk ke sana.",
    en: "This ticket was merged into {number}. What the person replies goes there.",
  },
  "ticket_acts.merged_here": {
    id: "Yang digabungkan ke tiket ini: {numbers}.",
    en: "Merged into this ticket: {numbers}.",
  },
  "ticket_acts.key_words": { id: "tulis jawaban", en: "write an answer" },
  "ticket_acts.key_take": { id: "ambil atau lepaskan", en: "take or release" },
  "ticket_acts.title": { id: "Tindakan lain", en: "Other acts" },
  "ticket_acts.related": { id: "Yang pernah ditanyakan orang ini", en: "What this person asked before" },
  "ticket_acts.related_hint": {
    id: "Akun, NIK, surel, atau nama dan tanggal lahirnya sama.",
    en: "The account, the NIK, the e-mail address, or name and birth date are the same.",
  },
  "ticket_acts.related_none": { id: "Tidak ada tiket lain.", en: "There are no other tickets." },
  "ticket_acts.is_merged": { id: "digabungkan", en: "merged" },
  "ticket_acts.pass": { id: "Teruskan tiket ini", en: "Pass this ticket on" },
  "ticket_acts.pass_to": { id: "Kepada siapa", en: "To whom" },
  "ticket_acts.pass_none": { id: "Pilih rekan atau instansi", en: "Choose a colleague or an institution" },
  "ticket_acts.pass_colleague": { id: "Rekan: {name}", en: "Colleague: {name}" },
  "ticket_acts.pass_institution": { id: "Instansi: {name}", en: "Institution: {name}" },
  "ticket_acts.pass_words": { id: "Pesan kepada penanya", en: "Message to the person" },
  "ticket_acts.pass_words_hint": {
    id: "Dikirim hanya bila tiket diteruskan ke instansi lain; instansi itu membaca seluruh tiket.",
    en: "Sent only if the ticket goes to another institution, which reads all of it.",
  },
  "ticket_acts.pass_words_text": {
    id: "Pertanyaan Anda kami teruskan ke instansi yang berwenang menjawabnya. Nomor tiket Anda tetap sama.",
    en: "We have passed your question on to the institution that can answer it. Your ticket number stays the same.",
  },
  "ticket_acts.pass_button": { id: "Teruskan", en: "Pass on" },
  "ticket_acts.error_to": { id: "Pilih rekan atau instansi.", en: "Choose a colleague or an institution." },
  "ticket_acts.merge": { id: "Gabungkan dengan tiket lain", en: "Merge into another ticket" },
  "ticket_acts.merge_into": { id: "Dengan tiket mana", en: "Into which ticket" },
  "ticket_acts.merge_words": { id: "Pesan kepada penanya", en: "Message to the person" },
  "ticket_acts.merge_words_hint": {
    id: "'{number}' diganti dengan nomor tiket yang dipilih. Tiket ini ditutup; riwayat keduanya tetap ada.",
    en: "'{number}' becomes the number of the chosen ticket. This ticket is closed; both histories stay.",
  },
  "ticket_acts.merge_words_text": {
    id: "Pertanyaan ini sama dengan tiket Anda '{number}'. Jawabannya kami tulis di tiket itu.",
    en: "This question is the same as your ticket '{number}'. We answer it there.",
  },
  "ticket_acts.merge_button": { id: "Gabungkan", en: "Merge" },
  "ticket_acts.error_into": { id: "Pilih tiket.", en: "Choose a ticket." },
  "ticket_acts.error_words": { id: "Tulis pesan kepada penanya.", en: "Write a message to the person." },
  "ticket_acts.link": { id: "Hubungkan dengan permohonan", en: "Link to an application" },
  "ticket_acts.link_number": { id: "Nomor pendaftaran atau tanda terima", en: "Registration or receipt number" },
  "ticket_acts.link_hint": {
    id: "Lengkap dan persis, dari instansi tiket ini. Kosongkan untuk melepas hubungan.",
    en: "Whole and exact, of this ticket's institution. Leave it empty to end the link.",
  },
  "ticket_acts.link_button": { id: "Hubungkan", en: "Link" },
  "ticket_acts.error_number": {
    id: "Tidak ada permohonan dengan nomor ini di instansi tiket ini.",
    en: "This ticket's institution has no application with this number.",
  },
  "ticket_acts.application": { id: "Permohonan", en: "Application" },
  "tickets.by_told": { id: "Petugas, tentang tiket ini", en: "Agent, about this ticket" },
  "ticket_letter.passed.subject": { id: "Tiket Anda diteruskan", en: "Your ticket was passed on" },
  "ticket_letter.passed.text": {
    id: "Instansi lain yang menjawab pertanyaan Anda. Nomor tiketnya tetap, dan pesan petugas ada di halaman tiket.",
    en: "Another institution answers your question. The number stays, and the agent's message is on the page of your ticket.",
  },
  "ticket_letter.merged.subject": { id: "Tiket Anda digabungkan", en: "Your ticket was merged" },
  "ticket_letter.merged.text": {
    id: "Pertanyaan ini sama dengan tiket Anda yang lain dan dijawab di sana. Pesan petugas ada di halaman tiket.",
    en: "This question is the same as another ticket of yours and is answered there. The agent's message is on the page of your ticket.",
  },
  "ticket_sms.passed": {
    id: "DAFTAR: tiket {number} diteruskan ke instansi lain. Nomornya tetap.",
    en: "DAFTAR: ticket {number} was passed on to another institution. Its number stays.",
  },
  "ticket_sms.merged": {
    id: "DAFTAR: tiket {number} digabungkan dengan tiket Anda yang lain. Lihat Status tiket.",
    en: "DAFTAR: ticket {number} was merged into another of yours. See Ticket status.",
  },
  "refusal.ticket_held.title": { id: "Tiket ini ada pada rekan", en: "A colleague has this ticket" },
  "refusal.ticket_held.text": {
    id: "Minta rekan melepaskannya, atau tulis catatan untuknya.",
    en: "Ask the colleague to release it, or leave a note.",
  },
  "refusal.ticket_changed.title": { id: "Tiket ini sudah berubah", en: "This ticket has changed" },
  "refusal.ticket_changed.text": {
    id: "Buka tiketnya lagi: mungkin sudah dijawab, diteruskan, atau digabungkan.",
    en: "Open the ticket again: it may have been answered, passed on or merged.",
  },
} as const;
