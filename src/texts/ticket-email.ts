/** Words about proving that the address of a ticket is one's own. */
export const ticketEmailTexts = {
  "ticket_email.title": { id: "Buka tiket juga dengan e-mail Anda", en: "Open the ticket by your e-mail address too" },
  "ticket_email.lead": {
    id: "Surat kami ke {email} memuat sebuah kode. Ketik kodenya di sini, agar tiket dapat dibuka dengan alamat itu selain dengan tanggal lahir. Kami memintanya karena alamat yang salah ketik bisa milik orang lain.",
    en: "Our letter to {email} has a code. Enter it here, and that address opens the ticket as well as your date of birth. We ask since a mistyped address may be somebody else's.",
  },
  "ticket_email.button": { id: "Pakai kode ini", en: "Use this code" },
  "ticket_email.wrong": {
    id: "Kode ini bukan kode di surat tentang tiket ini. Periksa suratnya sekali lagi.",
    en: "This is not the code in the letter about this ticket. Look at the letter once more.",
  },
  "ticket_email.proved": {
    id: "Alamat e-mail Anda kini dapat membuka tiket ini.",
    en: "Your e-mail address opens this ticket now.",
  },
  "ticket_email.code": { id: "Kode e-mail: {code}", en: "E-mail code: {code}" },
} as const;
