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

  "tickets.again_title": { id: "Pertanyaan ini sudah ada", en: "This question has been asked already" },
  "tickets.again_lead": {
    id: "Pertanyaan yang sama dengan data yang sama masih menunggu jawaban. Yang baru dari tulisan ini kami tambahkan di sana.",
    en: "The same question with the same data is still waiting for an answer. What is new in your words was added to it.",
  },
  "tickets.again_number": {
    id: "Nomor tiketnya dikirim lagi ke e-mail atau telepon yang ditulis saat pertama kali bertanya. Bila waktu itu tidak ada kontak, gunakan nomor yang dicatat.",
    en: "Its ticket number was sent again to the e-mail address or telephone that was given the first time. If none was given then, use the number that was written down.",
  },
  "tickets.by_again": {
    id: "Dikirim lagi lewat formulir, tanpa nomor tiket",
    en: "Sent again by the form, without the ticket number",
  },
  "tickets.by_check": { id: "Pemeriksaan otomatis", en: "Automatic check" },
  "tickets.by_finding": {
    id: "Hasil pemeriksaan otomatis (hanya petugas)",
    en: "Finding of the automatic check (agents only)",
  },
  "tickets.own": { id: "Tiket saya", en: "My tickets" },
  "tickets.own_none_title": { id: "Belum ada tiket", en: "No tickets yet" },
  "tickets.own_none": {
    id: "Pertanyaan yang Anda kirim selagi masuk akan ada di sini.",
    en: "Questions that you send while signed in will stand here.",
  },
  "tickets.rate": { id: "Kirim penilaian", en: "Send rating" },
  "tickets.rated": { id: "Terima kasih atas penilaian Anda.", en: "Thank you for your rating." },
  "tickets.rating_yes": {
    id: "Menurut penanya, jawaban ini menolong.",
    en: "The person says that this answer helped.",
  },
  "tickets.rating_no": {
    id: "Menurut penanya, jawaban ini tidak menolong.",
    en: "The person says that this answer did not help.",
  },
  "tickets.check_found": {
    id: "Data Anda ditemukan di {source}. Yang cocok dengan data di sana: NIK, {facts}.",
    en: "You were found in {source}. What agrees with the record there: NIK, {facts}.",
  },
  "tickets.check_different": {
    id: "{source}: NIK ditemukan, tetapi berbeda: {facts}.",
    en: "{source}: the NIK was found, but these differ: {facts}.",
  },
  "tickets.check_not_found": { id: "{source}: NIK tidak ditemukan.", en: "{source}: the NIK was not found." },
  "tickets.check_too_little": {
    id: "{source}: NIK ditemukan, tetapi terlalu sedikit data untuk dicocokkan.",
    en: "{source}: the NIK was found, with too little to compare.",
  },
  "tickets.check_not_available": {
    id: "{source} sedang tidak dapat ditanya; itu tidak berarti tidak ditemukan. Periksa sendiri.",
    en: "{source} could not be asked, which does not mean not found. Look it up yourself.",
  },

  "ticket_letter.asked.subject": { id: "Pertanyaan Anda tercatat", en: "Your question is recorded" },
  "ticket_letter.asked.text": {
    id: "Pertanyaan Anda kepada petugas sudah kami terima. Simpan nomor tiketnya.",
    en: "We have your question to the helpdesk. Keep its ticket number.",
  },
  "ticket_letter.again.subject": { id: "Nomor tiket Anda", en: "Your ticket number" },
  "ticket_letter.again.text": {
    id: "Pertanyaan yang sama baru saja dikirim lagi dengan data Anda, dan ditambahkan pada tiket yang masih terbuka ini. Bukan Anda? Beri tahu petugas lewat balasan.",
    en: "The same question has just been sent again with your data, and was added to this open ticket. Was it not you? Tell the agents in a reply.",
  },
  "ticket_letter.received.subject": { id: "Pertanyaan Anda dibaca petugas", en: "An agent has read your question" },
  "ticket_letter.received.text": {
    id: "Petugas sudah membuka tiket Anda.",
    en: "An agent has opened your ticket.",
  },
  "ticket_letter.working.subject": { id: "Pertanyaan Anda sedang dikerjakan", en: "An agent works on your question" },
  "ticket_letter.working.text": {
    id: "Seorang petugas mengambil tiket Anda dan sedang mengerjakannya.",
    en: "An agent has taken your ticket and is working on it.",
  },
  "ticket_letter.answered.subject": { id: "Tiket Anda dijawab", en: "Your ticket is answered" },
  "ticket_letter.answered.text": {
    id: "Jawabannya ada di halaman tiket. Isinya tidak kami tulis di surat ini.",
    en: "The answer is on the page of your ticket. We do not write it in this letter.",
  },
  "ticket_letter.reopened.subject": { id: "Tiket Anda dibuka lagi", en: "Your ticket is open again" },
  "ticket_letter.reopened.text": {
    id: "Balasan Anda sudah kami terima, dan tiket Anda dibuka lagi.",
    en: "We have your reply, and your ticket is open again.",
  },
  "ticket_letter.button": { id: "Lihat status tiket", en: "See the ticket" },
  "ticket_letter.note": {
    id: "Untuk membukanya, tulis nomor tiket ini dan tanggal lahir Anda. Petugas tidak pernah menanyakan kata sandi atau kode.",
    en: "To open it, enter this ticket number and your date of birth. Agents never ask for passwords or codes.",
  },
  "ticket_sms.asked": {
    id: "DAFTAR: pertanyaan Anda tercatat dengan nomor {number}. Buka Daftar, pilih Bantuan lalu Status tiket.",
    en: "DAFTAR: your question has the number {number}. Open Daftar and choose Help, then Ticket status.",
  },
  "ticket_sms.again": {
    id: "DAFTAR: pertanyaan yang sama dikirim lagi dengan data Anda. Nomor tiketnya {number}.",
    en: "DAFTAR: the same question was sent again with your data. Its ticket number is {number}.",
  },
  "ticket_sms.received": {
    id: "DAFTAR: petugas sudah membuka tiket {number}.",
    en: "DAFTAR: an agent has opened ticket {number}.",
  },
  "ticket_sms.working": {
    id: "DAFTAR: petugas sedang mengerjakan tiket {number}.",
    en: "DAFTAR: an agent is working on ticket {number}.",
  },
  "ticket_sms.answered": {
    id: "DAFTAR: tiket {number} dijawab. Buka Daftar, pilih Bantuan lalu Status tiket.",
    en: "DAFTAR: ticket {number} is answered. Open Daftar and choose Help, then Ticket status.",
  },
  "ticket_sms.reopened": {
    id: "DAFTAR: tiket {number} dibuka lagi.",
    en: "DAFTAR: ticket {number} is open again.",
  },
} as const;
