/** Words about recovering an account, and about the time after it. */
export const recoveryTexts = {
  "account.forgot.other_title": { id: "Tidak bisa membuka e-mail itu?", en: "Cannot open that e-mail?" },
  "account.forgot.other": {
    id: "Buat kata sandi baru dengan kode lewat SMS atau kode pemulihan",
    en: "Choose a new password with a code by SMS or a recovery code",
  },
  "account.recover.title": { id: "Pulihkan akun", en: "Recover your account" },
  "account.recover.intro": {
    id: "Tulis nama masuk akun Anda dan pilih apa yang bisa Anda buktikan. Bila akun Anda punya langkah kedua, atau permohonan yang sudah dikirim, kami meminta satu bukti lagi setelahnya.",
    en: "Enter a name of your account and choose what you can prove. If your account has a second step, or an application that was sent, we ask for one more proof afterwards.",
  },
  "account.way.label": { id: "Apa yang bisa Anda buktikan?", en: "What can you prove?" },
  "account.way.sms": { id: "Kode lewat SMS ke nomor HP akun saya", en: "A code by SMS to my account's phone" },
  "account.way.email": { id: "Kode lewat e-mail ke alamat akun saya", en: "A code by e-mail to my account's address" },
  "account.way.recovery_code": {
    id: "Kode pemulihan yang saya simpan",
    en: "A recovery code that I kept",
  },
  "account.error.way": { id: "Pilih salah satu cara", en: "Choose one of the ways" },
  "account.recover.go_on": { id: "Lanjutkan", en: "Continue" },
  "account.recover.sent_sms": {
    id: "Bila nama itu milik sebuah akun dengan nomor HP yang sudah dibuktikan, kami baru saja mengirim kode lewat SMS ke nomor itu.",
    en: "If that name belongs to an account with a proven phone number, we have just sent a code by SMS to that number.",
  },
  "account.recover.sent_email": {
    id: "Bila nama itu milik sebuah akun, kami baru saja mengirim kode ke alamat e-mailnya.",
    en: "If that name belongs to an account, we have just sent a code to its e-mail address.",
  },
  "account.recover.more": {
    id: "Terbukti. Akun ini masih memerlukan satu bukti lagi, dengan cara lain:",
    en: "Proved. This account needs one more proof, in another way:",
  },
  "account.recover.more_why": {
    id: "Akun ini punya langkah kedua atau permohonan yang sudah dikirim; nomor HP atau satu kode saja bisa jatuh ke tangan orang lain.",
    en: "This account has a second step or an application that was sent; a phone number or a single code may fall into somebody else's hands.",
  },
  "account.recover.prove": { id: "Buktikan", en: "Prove" },
  "account.recover.begin_anew": { id: "Mulai lagi dari awal", en: "Begin anew" },
  "account.recover.dead_title": { id: "Pemulihan ini sudah berakhir", en: "This recovery has ended" },
  "account.recover.dead": {
    id: "Pemulihan berlaku 30 menit, hanya di peramban tempat Anda memulainya, dan sekali pakai. Mulailah lagi dari awal.",
    en: "A recovery lasts 30 minutes, works only in the browser where you began it, and once only. Please begin anew.",
  },
  "account.recover.none_left": {
    id: "Akun ini tidak punya cara lain lagi untuk membuktikannya di sini. Hubungi kami lewat halaman bantuan.",
    en: "This account has no other way left to prove it here. Contact us through the help page.",
  },
  "account.recover.help": { id: "Buka halaman bantuan", en: "Open the help page" },

  "account.cooling.title": { id: "Akun Anda baru dipulihkan", en: "Your account was recovered recently" },
  "account.cooling.until": {
    id: "Dikunci sampai {moment}.",
    en: "Locked until {moment}.",
  },
  "account.cooling.why": {
    id: "Kata sandi Anda dibuat ulang lewat pemulihan akun. Selama 24 jam setelahnya alamat e-mail, nomor HP, langkah kedua, penarikan permohonan dan penutupan akun dikunci, supaya pemilik akun sempat tahu bila orang lain yang melakukannya. Mengisi dan mengirim permohonan tetap bisa.",
    en: "Your password was set anew by recovering the account. For 24 hours afterwards the e-mail address, the phone number, second steps, withdrawing an application and closing the account are locked, so that the owner has time to notice if it was somebody else. You can still fill in and submit applications.",
  },
  "account.cooling.earlier": {
    id: "Punya aplikasi autentikator atau kunci sandi (passkey) sejak sebelum pemulihan? Keluar, lalu masuk dengannya: kunci ini langsung terbuka.",
    en: "Do you have an authenticator app or a passkey from before the recovery? Sign out, then sign in with it: this lock opens at once.",
  },
  "account.cooling.not_you": {
    id: "Bukan Anda yang memulihkannya?",
    en: "Was it not you who recovered it?",
  },
  "account.cooling.forgot": { id: "Buat kata sandi baru sekarang", en: "Choose a new password now" },

  "letter.recovery_code.subject": { id: "Kode pemulihan akun", en: "Account recovery code" },
  "letter.recovery_code.heading": { id: "Kode pemulihan akun", en: "Account recovery code" },
  "letter.recovery_code.text": {
    id: "Seseorang, semoga Anda, meminta kata sandi baru untuk akun Daftar Anda. Tulis kode ini di halaman tempat Anda memintanya. Kode berlaku 10 menit, sekali pakai, dan hanya di peramban itu.",
    en: "Somebody, hopefully you, asked for a new password for your Daftar account. Enter this code on the page where you asked for it. It is good for 10 minutes, once, and in that browser only.",
  },
  "letter.recovery_code.button": { id: "Buka halaman pemulihan", en: "Open the recovery page" },
  "letter.recovery_code.note": {
    id: "Bukan Anda yang meminta? Abaikan surat ini dan jangan beri tahu kode ini kepada siapa pun; kata sandi Anda tidak berubah.",
    en: "Did you not ask for it? Ignore this letter and tell nobody this code; your password does not change.",
  },
  "letter.recovered.subject": { id: "Akun Anda dipulihkan", en: "Your account was recovered" },
  "letter.recovered.heading": { id: "Akun Anda dipulihkan", en: "Your account was recovered" },
  "letter.recovered.text": {
    id: "Kata sandi akun Daftar Anda baru saja dibuat ulang lewat pemulihan akun, dan semua perangkat dikeluarkan.",
    en: "The password of your Daftar account has just been set anew by recovering the account, and every device was signed out.",
  },
  "letter.recovered.until": {
    id: "Alamat e-mail, nomor HP, langkah kedua, penarikan permohonan dan penutupan akun dikunci sampai {moment}.",
    en: "E-mail address, phone number, second steps, withdrawing an application and closing the account are locked until {moment}.",
  },
  "letter.recovered.button": { id: "Ini bukan saya", en: "This was not me" },
  "letter.recovered.note": {
    id: "Bila bukan Anda, tekan tombol itu dan buat kata sandi baru sekarang; lalu periksa permohonan Anda.",
    en: "If it was not you, press that button and choose a new password now; then check your applications.",
  },
} as const;
