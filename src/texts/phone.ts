/** Words of the page on which somebody proves a telephone. */
export const phoneTexts = {
  "account.phone.title": { id: "Nomor HP", en: "Phone number" },
  "account.phone.label": { id: "Nomor HP", en: "Phone number" },
  "account.phone.hint": { id: "Misalnya 0812 3456 7890", en: "For example 0812 3456 7890" },
  "account.phone.why": {
    id: "Dengan nomor HP yang terbukti milik Anda, Anda dapat masuk memakai nomor itu dan menerima kode lewat SMS.",
    en: "With a phone number that is proven to be yours you can sign in with it and get codes by SMS.",
  },
  "account.phone.now": { id: "Nomor Anda sekarang {phone}.", en: "Your number now is {phone}." },
  "account.phone.both": {
    id: "Untuk mengganti, kode kami kirim ke nomor lama dan nomor baru. Nomor lama sudah tidak aktif? Hubungi bantuan.",
    en: "To change it we send codes to the old number and to the new one. The old one no longer works? Ask for help.",
  },
  "account.phone.send": { id: "Kirim kode", en: "Send a code" },
  "account.phone.prove": { id: "Buktikan nomor ini", en: "Prove this number" },
  "account.phone.again": { id: "Kirim kode baru", en: "Send a new code" },
  "account.phone.other": { id: "Pakai nomor lain", en: "Use another number" },
  "account.phone.sent": { id: "Kami mengirim SMS ke {phone}.", en: "We sent an SMS to {phone}." },
  "account.phone.none_sent": {
    id: "Layanan ini belum dapat mengirim SMS.",
    en: "This service cannot send SMS yet.",
  },
  "account.phone.done": { id: "Nomor HP Anda sudah terbukti.", en: "Your phone number is proven." },
  "account.security.phone": { id: "Untuk masuk dan menerima kode lewat SMS", en: "To sign in and to get codes by SMS" },
  "account.old_code.label": { id: "Kode 6 angka di nomor lama", en: "The 6-digit code on the old number" },
  "account.error.phone": {
    id: "Tulis nomor HP Indonesia yang diawali 08, misalnya 0812 3456 7890",
    en: "Enter an Indonesian mobile number that begins with 08, such as 0812 3456 7890",
  },
  "account.error.phone_taken": {
    id: "Nomor HP ini sudah dipakai akun lain. Pakai nomor lain, atau hubungi bantuan bila nomor ini milik Anda",
    en: "Another account has this phone number. Use another one, or ask for help if the number is yours",
  },
  "letter.phone_changed.subject": {
    id: "Nomor HP akun Anda diganti",
    en: "The phone number of your account was changed",
  },
  "letter.phone_changed.heading": { id: "Nomor HP akun Anda diganti", en: "Your phone number was changed" },
  "letter.phone_changed.text": {
    id: "Nomor HP yang baru sudah terbukti dan dapat dipakai untuk masuk. Bila itu Anda, tidak ada yang perlu dilakukan.",
    en: "The new phone number is proven and can be used to sign in. If that was you, there is nothing to do.",
  },
  "letter.phone_changed.button": { id: "Lihat keamanan akun", en: "See account security" },
  "letter.phone_changed.note": {
    id: "Bila bukan Anda, segera ganti kata sandi dan keluarkan semua perangkat lain.",
    en: "If it was not you, change your password at once and sign out all other devices.",
  },
} as const;
