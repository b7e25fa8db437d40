/** Words about the account of whoever sent a ticket. */
export const ticketAccountTexts = {
  "ticket_account.line": { id: "Akun penanya", en: "The person's account" },
  "ticket_account.kept": { id: "Tiket ada di akunnya", en: "The ticket is in it" },
  "ticket_account.waits": { id: "Menunggu pemilik akun", en: "Waits for its owner" },
  "ticket_account.key": { id: "hubungkan dengan akun", en: "link to an account" },
  "ticket_account.link": { id: "Hubungkan dengan akun", en: "Link to an account" },
  "ticket_account.name": {
    id: "E-mail, nomor HP atau nomor registrasi",
    en: "E-mail address, telephone or registration number",
  },
  "ticket_account.hint": {
    id: "Lengkap dan persis. Bukan NIK: NIK yang sama dapat ditulis di beberapa akun. Pemilik akun diberi tahu, dan melihat tiketnya setelah membuktikan bahwa ia yang bertanya.",
    en: "Whole and exact. Not the NIK: several accounts may state the same one. The account's owner is told, and sees the ticket once they have shown that it was they who asked.",
  },
  "ticket_account.error_name": {
    id: "Tulis e-mail, nomor HP atau nomor registrasi.",
    en: "Enter an e-mail address, a telephone number or a registration number.",
  },
  "ticket_account.error_none": {
    id: "Tidak ada akun dengan nama ini yang mendaftar di instansi tiket ini atau kontaknya ada di tiket.",
    en: "No account of this name applied to this ticket's institution or is the ticket's contact.",
  },
  "ticket_account.unlink": { id: "Lepaskan dari akun", en: "Take it from the account" },
  "ticket_account.unlink_text": {
    id: "Tiket tidak lagi ada di akun itu. Tiketnya sendiri tetap, dan dapat dihubungkan lagi.",
    en: "The ticket is in that account no more. The ticket itself stays, and can be linked again.",
  },
  "ticket_account.unlink_button": { id: "Lepaskan", en: "Take it away" },

  "ticket_account.yours": {
    id: "Petugas menghubungkan tiket ini dengan akun Anda. Simpan di akun agar kelak terbuka tanpa nomornya.",
    en: "An agent linked this ticket to your account. Keep it there to open it without its number.",
  },
  "ticket_account.keep": { id: "Simpan di akun saya", en: "Keep it in my account" },
  "ticket_account.own_waits": {
    id: "Petugas menghubungkan sebuah tiket dengan akun Anda. Bila Anda yang mengirimnya, buka dengan nomor tiket dan tanggal lahir atau e-mail, lalu simpan di akun Anda.",
    en: "An agent linked a ticket to your account. If it was you who sent it, open it with its number and your date of birth or e-mail address, and keep it in your account.",
  },
  "ticket_account.own_open": { id: "Buka tiket dengan nomornya", en: "Open a ticket by its number" },

  "letter.ticket_linked.subject": { id: "Tiket bantuan di akun Anda", en: "A helpdesk ticket in your account" },
  "letter.ticket_linked.heading": { id: "Tiket bantuan di akun Anda", en: "A helpdesk ticket in your account" },
  "letter.ticket_linked.text": {
    id: "Petugas menghubungkan sebuah tiket bantuan dengan akun Anda. Di halaman tiket Anda terbaca apakah tiketnya sudah ada di sana atau perlu Anda buka dahulu dengan nomornya.",
    en: "An agent linked a helpdesk ticket to your account. Your page of tickets says whether it is there already or has to be opened by its number first.",
  },
  "letter.ticket_linked.button": { id: "Lihat tiket saya", en: "See my tickets" },
  "letter.ticket_linked.note": {
    id: "Bila Anda tidak bertanya apa pun, beri tahu bantuan: mungkin petugas keliru.",
    en: "If you asked nothing, tell the helpdesk: the agent may be mistaken.",
  },
} as const;
