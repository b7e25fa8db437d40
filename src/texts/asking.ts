/** Words about what belongs to a question to the helpdesk beside its words: files, checks, letters, a rating. */
export const askingTexts = {
  "tickets.wanted": { id: "Dokumen yang perlu dikirim", en: "Documents to send" },
  "tickets.wanted_lead": {
    id: "Tiket Anda sudah tercatat. Kirim dokumen ini supaya petugas dapat memeriksanya.",
    en: "Your ticket is recorded. Send these documents so that an agent can look at it.",
  },
  "tickets.files": { id: "Berkas", en: "Files" },
  "tickets.no_files": { id: "Belum ada berkas.", en: "No files yet." },
  "tickets.missing": { id: "Belum dikirim: {files}.", en: "Not sent yet: {files}." },
  "tickets.file_more": { id: "Kirim berkas lain", en: "Send another file" },
  "tickets.file_received": { id: "Berkas Anda diterima.", en: "Your file was received." },
  "refusal.ticket_answered.title": { id: "Tiket ini sudah dijawab", en: "This ticket is answered" },
  "refusal.ticket_answered.text": {
    id: "Kirim balasan dahulu untuk membuka tiket lagi, lalu kirim berkasnya.",
    en: "Send a reply first to open the ticket again, then send the file.",
  },
} as const;
