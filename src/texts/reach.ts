/** Words of the pages on which somebody proves an address or a telephone. */
export const reachTexts = {
  "account.phone.title": { id: "Nomor HP", en: "Phone number" },
  "account.phone.label": { id: "Nomor HP", en: "Phone number" },
  "account.phone.hint": { id: "Misalnya 0812 3456 7890", en: "For example 0812 3456 7890" },
  "account.phone.why": {
    id: "Dengan nomor HP yang terbukti milik Anda, Anda dapat masuk memakai nomor itu dan menerima kode lewat SMS.",
    en: "With a phone number that is proven to be yours you can sign in with it and get codes by SMS.",
  },
  "account.phone.now": { id: "Nomor Anda sekarang {to}.", en: "Your number now is {to}." },
  "account.phone.both": {
    id: "Untuk mengganti, kode kami kirim ke nomor lama dan nomor baru. Nomor lama sudah tidak aktif? Hubungi bantuan.",
    en: "To change it we send codes to the old number and to the new one. The old one no longer works? Ask for help.",
  },
  "account.reach.send": { id: "Kirim kode", en: "Send a code" },
  "account.reach.prove": { id: "Simpan", en: "Save" },
  "account.reach.again": { id: "Kirim kode baru", en: "Send a new code" },
  "account.reach.other": { id: "Tulis yang lain", en: "Enter another one" },
  "account.reach.sent": { id: "Kami mengirim kode ke {to}.", en: "We sent a code to {to}." },
  "account.phone.none_sent": {
    id: "Layanan ini belum dapat mengirim SMS.",
    en: "This service cannot send SMS yet.",
  },
  "account.phone.done": { id: "Nomor HP Anda sudah terbukti.", en: "Your phone number is proven." },
  "account.security.phone": { id: "Untuk masuk dan menerima kode lewat SMS", en: "To sign in and to get codes by SMS" },
  "account.old_code.label": {
    id: "Kode 6 angka yang dikirim ke yang lama",
    en: "The 6-digit code sent to the old one",
  },
  "account.error.phone": {
    id: "Tulis nomor HP Indonesia yang diawali 08, misalnya 0812 3456 7890",
    en: "Enter an Indonesian mobile number that begins with 08, such as 0812 3456 7890",
  },
  "account.error.phone_taken": {
    id: "Nomor HP ini sudah dipakai akun lain. Pakai nomor lain, atau hubungi bantuan bila nomor ini milik Anda",
    en: "Another account has this phone number. Use another one, or ask for help if the number is yours",
  },
  "account.change_email.title": { id: "Alamat e-mail", en: "E-mail address" },
  "account.change_email.now": { id: "Alamat Anda sekarang {to}.", en: "Your address now is {to}." },
  "account.change_email.why": {
    id: "Surat dari layanan ini dan tautan kata sandi dikirim ke alamat ini. Gunakan alamat pribadi yang Anda buka sendiri.",
    en: "Letters of this service and password links go to this address. Use a personal one that you open yourself.",
  },
  "account.change_email.both": {
    id: "Untuk mengganti, kode kami kirim ke alamat lama dan alamat baru. Alamat lama tidak dapat dibuka? Hubungi bantuan.",
    en: "To change it we send codes to the old address and to the new one. Cannot open the old one? Ask for help.",
  },
  "account.new_email.label": { id: "Alamat e-mail baru", en: "New e-mail address" },
  "account.change_email.done": { id: "Alamat e-mail Anda sudah diganti.", en: "Your e-mail address is changed." },
  "account.security.email": { id: "Untuk masuk dan menerima surat", en: "To sign in and to get letters" },
  "account.error.email_taken": {
    id: "Alamat e-mail ini sudah dipakai akun lain. Pakai alamat lain, atau masuk dengan akun itu",
    en: "Another account has this e-mail address. Use another one, or sign in to that account",
  },
  "letter.email_code.subject": { id: "Kode untuk mengganti alamat e-mail", en: "Code to change the e-mail address" },
  "letter.email_code.heading": { id: "Kode untuk mengganti alamat e-mail", en: "Code to change the e-mail address" },
  "letter.email_code.text": {
    id: "Tulis kode ini di halaman alamat e-mail akun Daftar Anda. Kode berlaku 10 menit dan sekali pakai.",
    en: "Enter this code on the e-mail address page of your Daftar account. It is good for 10 minutes and once only.",
  },
  "letter.email_code.button": { id: "Buka halaman alamat e-mail", en: "Open the e-mail address page" },
  "letter.email_code.note": {
    id: "Bukan Anda yang meminta? Abaikan surat ini, dan ganti kata sandi bila ini alamat akun Anda.",
    en: "Did not ask for it? Ignore this letter, and change the password if this is the address of your account.",
  },
  "letter.email_changed.subject": {
    id: "Alamat e-mail akun Anda diganti",
    en: "The e-mail address of your account was changed",
  },
  "letter.email_changed.heading": { id: "Alamat e-mail akun Anda diganti", en: "Your e-mail address was changed" },
  "letter.email_changed.text": {
    id: "Surat tentang akun Daftar Anda tidak dikirim ke alamat ini lagi. Bila itu Anda, tidak ada yang perlu dilakukan.",
    en: "Letters about your Daftar account do not come to this address any more. If that was you, there is nothing to do.",
  },
  "letter.email_changed.button": { id: "Lupa kata sandi", en: "Forgot the password" },
  "letter.email_changed.note": {
    id: "Bila bukan Anda, segera hubungi bantuan.",
    en: "If it was not you, ask for help at once.",
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
