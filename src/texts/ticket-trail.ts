/** Words of the processing trail on what was done with somebody's tickets. */
export const ticketTrailTexts = {
  "account.data.did.ticket.ask": { id: "Pertanyaan dikirim ke helpdesk", en: "Question sent to the helpdesk" },
  "account.data.did.ticket.ask_again": {
    id: "Pertanyaan yang sama dikirim lagi",
    en: "The same question sent again",
  },
  "account.data.did.ticket.attach": { id: "Berkas tiket diunggah", en: "Document of a ticket uploaded" },
  "account.data.did.ticket.pass_file": {
    id: "Berkas tiket diperiksa sistem dan dapat dibaca",
    en: "Document of a ticket checked by the system, readable",
  },
  "account.data.did.ticket.refuse_file": {
    id: "Berkas tiket diperiksa sistem dan tidak dapat dipakai",
    en: "Document of a ticket checked by the system, not usable",
  },
  "account.data.did.ticket.check_source": {
    id: "Data di tiket dicocokkan dengan sumber resmi",
    en: "Data of a ticket compared with an official source",
  },
  "account.data.did.ticket.search": { id: "Tiket Anda dicari", en: "Your ticket looked for" },
  "account.data.did.ticket.view": { id: "Tiket dilihat", en: "Ticket seen" },
  "account.data.did.ticket.view_file": { id: "Berkas tiket dilihat", en: "Document of a ticket seen" },
  "account.data.did.ticket.take": { id: "Tiket diambil untuk dijawab", en: "Ticket taken up to be answered" },
  "account.data.did.ticket.release": { id: "Tiket dilepas", en: "Ticket released" },
  "account.data.did.ticket.note": { id: "Catatan untuk rekan ditulis di tiket", en: "Note to colleagues written" },
  "account.data.did.ticket.answer": { id: "Tiket dijawab", en: "Ticket answered" },
  "account.data.did.ticket.reply": { id: "Balasan dikirim", en: "Reply sent" },
  "account.data.did.ticket.reopen": { id: "Tiket dibuka lagi", en: "Ticket opened again" },
  "account.data.did.ticket.rate": { id: "Jawaban dinilai", en: "Answer rated" },
  "account.data.did.ticket.pass": {
    id: "Tiket diteruskan ke instansi lain",
    en: "Ticket passed to another institution",
  },
  "account.data.did.ticket.merge": { id: "Tiket digabung dengan tiket lain", en: "Ticket merged with another" },
  "account.data.did.ticket.escalate": {
    id: "Tiket yang terlambat dilaporkan",
    en: "Overdue ticket reported",
  },
  "account.data.did.ticket.link": {
    id: "Tiket dihubungkan dengan permohonan atau akun",
    en: "Ticket linked to an application or an account",
  },
  "account.data.did.ticket.unlink": { id: "Hubungan tiket dengan akun dilepas", en: "Link of a ticket cut" },
  "account.data.did.ticket.keep": { id: "Tiket disimpan di akun Anda", en: "Ticket kept in your account" },
  "account.data.did.ticket.prove_email": {
    id: "Alamat e-mail tiket dibuktikan",
    en: "E-mail address of a ticket proved",
  },
} as const;
