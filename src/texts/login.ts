/** Words of registering, activating, signing in and setting a forgotten password. */
export const loginTexts = {
  "account.agree.label": { id: "Kebijakan privasi", en: "Privacy notice" },
  "account.agree.item": {
    id: "Saya sudah membaca kebijakan privasi dan setuju data saya diolah untuk pendaftaran",
    en: "I have read the privacy notice and agree that my data are used for registration",
  },
  "account.agree.read": { id: "Baca kebijakan privasi", en: "Read the privacy notice" },

  "account.register.title": { id: "Buat akun", en: "Create an account" },
  "account.register.intro": {
    id: "Satu akun untuk semua program. Anda memerlukan sekitar dua menit dan alamat e-mail yang dapat Anda buka.",
    en: "One account for all programs. You need about two minutes and an e-mail address that you can open.",
  },
  "account.register.submit": { id: "Buat akun", en: "Create account" },
  "account.register.have": { id: "Sudah punya akun?", en: "Do you have an account?" },

  "account.sent.title": { id: "Periksa e-mail Anda", en: "Check your e-mail" },
  "account.sent.to": { id: "Kami mengirim surat ke {email}.", en: "We have sent a letter to {email}." },
  "account.sent.to_typed": {
    id: "Kami mengirim surat ke alamat yang Anda tulis.",
    en: "We have sent a letter to the address you gave.",
  },
  "account.sent.to_owner": {
    id: "Bila nama itu terdaftar, kami mengirim surat ke alamat e-mail akunnya.",
    en: "If an account has that name, we have sent a letter to its e-mail address.",
  },
  "account.sent.activate": {
    id: "Buka surat itu dan tekan tombol Aktivasi. Tautannya berlaku 24 jam. Setelah itu Anda dapat masuk.",
    en: "Open it and press the button Activate. The link works for 24 hours. Then you can sign in.",
  },
  "account.sent.reset": {
    id: "Bila akunnya terdaftar, suratnya memuat tautan untuk membuat kata sandi baru. Tautan berlaku 30 menit.",
    en: "If there is such an account, the letter has a link to choose a new password. The link works for 30 minutes.",
  },
  "account.sent.missing_title": { id: "Suratnya belum datang?", en: "No letter yet?" },
  "account.sent.missing": {
    id: "Tunggu lima menit dan lihat folder spam. Bila tetap tidak ada, periksa ejaan alamat dan ulangi.",
    en: "Wait five minutes and look in the spam folder. If it is still not there, check the spelling of the address and try again.",
  },
  "account.sent.again": { id: "Ulangi dengan alamat lain", en: "Try again with another address" },

  "account.activate.title": { id: "Aktivasi akun", en: "Activate your account" },
  "account.activate.text": {
    id: "Tekan tombol ini untuk menyatakan bahwa alamat e-mail ini milik Anda.",
    en: "Press the button to say that this e-mail address is yours.",
  },
  "account.activate.submit": { id: "Aktivasi", en: "Activate" },
  "account.activate.expired_title": {
    id: "Tautan aktivasi sudah tidak berlaku",
    en: "The activation link no longer works",
  },
  "account.activate.expired": {
    id: "Tautan hanya berlaku 24 jam dan sekali pakai. Minta surat baru; data yang Anda isi tetap tersimpan.",
    en: "A link works for 24 hours and once only. Ask for a new letter; what you filled in is kept.",
  },
  "account.activate.again": { id: "Kirim surat baru", en: "Send a new letter" },
  "account.activate.used_title": { id: "Akun ini sudah aktif", en: "This account is already active" },
  "account.activate.used": {
    id: "Tautan ini sudah dipakai. Anda dapat langsung masuk.",
    en: "This link was used before. You can sign in now.",
  },
  "account.activate.unknown_title": { id: "Tautan tidak dikenali", en: "We do not know this link" },
  "account.activate.unknown": {
    id: "Mungkin tautannya terpotong. Salin seluruh tautan dari surat, atau buat akun sekali lagi dengan alamat yang sama untuk mendapat surat baru.",
    en: "It may have been cut. Copy the whole link from the letter, or create the account once more with the same address to get a new letter.",
  },
  "account.activate.unknown_register": { id: "Buat akun", en: "Create an account" },

  "account.login.title": { id: "Masuk", en: "Sign in" },
  "account.login.submit": { id: "Masuk", en: "Sign in" },
  "account.login.forgot": { id: "Lupa kata sandi?", en: "Forgot your password?" },
  "account.login.no_account": { id: "Belum punya akun?", en: "No account yet?" },
  "account.login.register": { id: "Buat akun", en: "Create an account" },
  "account.login.activated": {
    id: "Akun Anda sudah aktif. Masuklah dengan e-mail dan kata sandi Anda.",
    en: "Your account is active. Sign in with your e-mail and password.",
  },
  "account.login.reset": {
    id: "Kata sandi Anda sudah diganti. Masuklah dengan kata sandi yang baru.",
    en: "Your password has been changed. Sign in with the new one.",
  },
  "account.login.signed_out": { id: "Anda sudah keluar.", en: "You are signed out." },
  "account.login.next": {
    id: "Masuk dahulu untuk membuka halaman itu. Setelah masuk, Anda langsung diantar ke sana.",
    en: "Sign in to open that page. You are taken there straight afterwards.",
  },
  "account.login.phishing": {
    id: "Kami tidak pernah meminta kata sandi lewat telepon, pesan, atau surat.",
    en: "We never ask for your password by phone, message or letter.",
  },

  "account.locked.title": { id: "Cara lain untuk masuk", en: "Other ways in" },
  "account.locked.letter": {
    id: "Buat kata sandi baru lewat surat; kuncinya ikut terbuka",
    en: "Choose a new password by letter, which ends the waiting as well",
  },
  "account.locked.other": {
    id: "Tidak dapat membuka surat? Pakai nomor HP atau kode pemulihan",
    en: "You cannot open letters? Use your phone or a recovery code",
  },
  "account.locked.help": {
    id: "Minta petugas membantu membuka kunci akun",
    en: "Ask officers to help you unlock the account",
  },

  "account.factor.title": { id: "Kode autentikator", en: "Authenticator code" },
  "account.factor.submit": { id: "Lanjutkan", en: "Continue" },
  "account.factor.lost": {
    id: "Ponsel hilang atau diganti? Pakailah kode pemulihan. Bila tidak ada lagi, mintalah pengelola platform ini melepas autentikator Anda; sesudah itu Anda memasang yang baru.",
    en: "Lost or changed your phone? Use a recovery code. If none is left, ask the operator of this platform to remove your authenticator; you then set up a new one.",
  },

  "account.forgot.title": { id: "Lupa kata sandi", en: "Forgot your password" },
  "account.forgot.intro": {
    id: "Kami mengirim tautan untuk membuat kata sandi baru ke alamat e-mail akun Anda.",
    en: "We send a link to choose a new password to the e-mail address of your account.",
  },
  "account.forgot.submit": { id: "Kirim tautan", en: "Send the link" },

  "account.reset.title": { id: "Buat kata sandi baru", en: "Choose a new password" },
  "account.reset.submit": { id: "Simpan kata sandi", en: "Save password" },
  "account.reset.note": {
    id: "Semua perangkat yang masih masuk akan dikeluarkan.",
    en: "Every device that is still signed in will be signed out.",
  },
  "account.reset.dead_title": { id: "Tautan ini sudah tidak berlaku", en: "This link no longer works" },
  "account.reset.dead": {
    id: "Tautan hanya berlaku 30 menit dan sekali pakai. Minta tautan baru.",
    en: "A link works for 30 minutes and once only. Ask for a new one.",
  },
  "account.reset.again": { id: "Minta tautan baru", en: "Ask for a new link" },

  "account.factor.to_recovery": { id: "Pakai kode pemulihan", en: "Use a recovery code" },

  "account.recovery.title": { id: "Kode pemulihan", en: "Recovery code" },
  "account.recovery.label": { id: "Kode pemulihan", en: "Recovery code" },
  "account.recovery.hint": {
    id: "Salah satu dari sepuluh kode yang Anda simpan, misalnya 4k7m-….",
    en: "One of the ten codes that you kept, such as 4k7m-….",
  },
} as const;
