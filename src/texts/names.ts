/** Words for people who have forgotten by what name they log in. */
export const namesTexts = {
  "account.login.forgot_names": { id: "Lupa nama akun?", en: "Forgot your account's name?" },
  "account.forgot_names.title": { id: "Lupa nama akun", en: "Forgot your account's name" },
  "account.forgot_names.intro": {
    id: "Tulis alamat e-mail atau nomor HP yang tercatat di akun Anda. Kami mengirim nama yang dapat dipakai untuk masuk ke sana.",
    en: "Enter the e-mail address or phone number of your account. We send the names that you can sign in with there.",
  },
  "account.forgot_names.submit": { id: "Kirim nama akun", en: "Send the names" },
  "account.forgot_names.sent_title": { id: "Periksa e-mail atau SMS Anda", en: "Check your e-mail or messages" },
  "account.forgot_names.sent": {
    id: "Bila yang Anda tulis tercatat di sebuah akun, nama-nama untuk masuk sudah kami kirim ke sana.",
    en: "If an account has what you entered, the names to sign in with are on their way there.",
  },
  "account.reach.label": { id: "E-mail atau nomor HP", en: "E-mail address or phone number" },
  "account.error.reach": {
    id: "Tulis alamat e-mail atau nomor HP yang benar, misalnya nama@contoh.co.id atau 0812 3456 7890",
    en: "Enter a right e-mail address or phone number, such as name@example.com or 0812 3456 7890",
  },
  "letter.your_names.subject": {
    id: "Nama untuk masuk ke akun Daftar Anda",
    en: "Names to sign in to your Daftar account",
  },
  "letter.your_names.heading": { id: "Nama untuk masuk", en: "Names to sign in with" },
  "letter.your_names.text": {
    id: "Anda dapat masuk dengan salah satu dari nama berikut dan kata sandi Anda.",
    en: "You can sign in with any of these names and your password.",
  },
  "letter.your_names.button": { id: "Masuk", en: "Sign in" },
  "letter.your_names.note": {
    id: "Bukan Anda yang meminta? Abaikan surat ini; tidak ada yang berubah.",
    en: "Did not ask for it? Ignore this letter; nothing has changed.",
  },
  "letter.name_email": { id: "E-mail {name}", en: "E-mail {name}" },
  "letter.name_nik": { id: "NIK {name}", en: "NIK {name}" },
  "letter.name_phone": { id: "Nomor HP {name}", en: "Phone {name}" },
  "letter.name_number": { id: "Nomor registrasi {name}", en: "Registration number {name}" },
  "sms.your_names": {
    id: "DAFTAR: Anda dapat masuk dengan nomor HP ini, e-mail Anda{names, select, none {} other {, atau {names}}}. Bukan Anda yang meminta? Abaikan.",
    en: "DAFTAR: you can sign in with this number, your e-mail{names, select, none {} other {, or {names}}}. Did not ask for it? Ignore it.",
  },
} as const;
