/** Words of short messages. None holds a link: whoever gets used to links in messages follows a swindler's as well. */
export const smsTexts = {
  "sms.login_code": {
    id: "DAFTAR: kode masuk Anda {code}, berlaku 10 menit. Jangan beri tahu siapa pun; petugas tidak pernah memintanya.",
    en: "DAFTAR: your sign-in code is {code}, good for 10 minutes. Tell nobody; officers never ask for it.",
  },
  "sms.phone_code": {
    id: "DAFTAR: kode untuk membuktikan nomor ini {code}, berlaku 10 menit. Bukan Anda yang meminta? Abaikan.",
    en: "DAFTAR: the code to prove this number is {code}, good for 10 minutes. Did not ask for it? Ignore it.",
  },
  "sms.recovery_code": {
    id: "DAFTAR: kode pemulihan akun Anda {code}, berlaku 10 menit. Jangan beri tahu siapa pun. Bukan Anda? Abaikan.",
    en: "DAFTAR: your account recovery code is {code}, good for 10 minutes. Tell nobody. Not you? Ignore it.",
  },
  "sms.recovered": {
    id: "DAFTAR: kata sandi akun Anda baru saja dibuat ulang lewat pemulihan. Bukan Anda? Buka Daftar dan pilih Lupa kata sandi sekarang juga.",
    en: "DAFTAR: the password of your account has just been set anew by recovery. Not you? Open Daftar and choose Forgot your password at once.",
  },

  "dev.sms": { id: "SMS yang terkirim", en: "Short messages sent" },
  "dev.sms_lead": {
    id: "SMS yang ditahan dan tidak dikirim ke siapa pun. Halaman ini hanya ada pada pengembangan dan demonstrasi.",
    en: "Short messages that were kept and went to nobody. This page exists in development and demonstration only.",
  },
  "dev.no_sms": { id: "Belum ada SMS", en: "No messages yet" },
  "dev.no_sms_text": {
    id: "SMS muncul di sini begitu dikirim, misalnya kode masuk. Muat ulang halaman ini.",
    en: "Messages appear here as they are sent, for example a sign-in code. Reload this page.",
  },
} as const;
