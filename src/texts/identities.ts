/** The numbers by which an account knows who its person is. */
export const identitiesTexts = {
  "account.identity.title": { id: "Nomor identitas", en: "Identity numbers" },
  "account.identity.why": {
    id: "Nomor ini mengisi formulir untuk Anda dan memastikan bahwa satu orang hanya punya satu akun. Tersimpan terenkripsi, dan hanya sebagian yang ditampilkan.",
    en: "These numbers fill in forms for you and make sure that one person has one account. They are stored encrypted, and shown in part only.",
  },
  "account.identity.nik": { id: "NIK", en: "NIK" },
  "account.identity.family_card": { id: "Nomor kartu keluarga (KK)", en: "Family card (KK)" },
  "account.family_card.title": { id: "Nomor kartu keluarga Anda", en: "Your family card" },
  "account.family_card.why": {
    id: "Mengisi formulir yang memintanya. Satu keluarga memakai nomor yang sama, maka nomor ini tidak dapat dipakai untuk masuk. Tersimpan terenkripsi, dan hanya sebagian yang ditampilkan.",
    en: "It fills in forms that ask for it. A family shares the number, so nobody can sign in with it. It is stored encrypted, and shown in part only.",
  },
  "account.identity.passport": { id: "Paspor", en: "Passport" },
  "account.identity.numbers": { id: "Nomor registrasi", en: "Registration numbers" },
  "account.identity.none": { id: "Belum ada", en: "None yet" },
  "account.identity.add": { id: "Tambah", en: "Add" },
  "account.identity.change": { id: "Ganti", en: "Change" },
  "account.identity.saved": { id: "Nomor identitas Anda sudah dicatat.", en: "Your identity number is noted." },
  "account.identity.save": { id: "Simpan", en: "Save" },
  "account.identity.login": {
    id: "NIK dan nomor registrasi juga dapat dipakai untuk masuk; paspor tidak.",
    en: "NIK and registration numbers can be used to sign in as well; a passport cannot.",
  },
  "account.nik.title": { id: "NIK Anda", en: "Your NIK" },
  "account.nik.label": { id: "NIK", en: "NIK" },
  "account.nik.hint": { id: "16 angka di KTP Anda.", en: "The 16 digits on your KTP." },
  "account.passport.title": { id: "Paspor Anda", en: "Your passport" },
  "account.passport.why": {
    id: "Untuk warga negara asing, yang tidak punya NIK.",
    en: "For foreigners, who have no NIK.",
  },
  "account.passport.label": { id: "Nomor paspor", en: "Passport number" },
  "account.passport.hint": {
    id: "Huruf dan angka, paling banyak 9, seperti di halaman foto.",
    en: "Letters and digits, nine at most, as on the page with your photograph.",
  },
  "account.country.label": { id: "Negara penerbit", en: "Country that issued it" },
  "account.country.choose": { id: "Pilih negara", en: "Choose a country" },
  "account.error.passport": {
    id: "Nomor paspor terdiri dari 5 sampai 9 huruf dan angka, seperti X1234567.",
    en: "A passport number has 5 to 9 letters and digits, as X1234567.",
  },
  "account.error.country": {
    id: "Pilih negara yang menerbitkan paspor.",
    en: "Choose the country that issued the passport.",
  },
  "account.error.identity_taken": {
    id: "Nomor ini sudah dipakai di akun lain. Bila itu akun lama Anda, masuklah ke sana; bila bukan, kami dapat memeriksa siapa pemiliknya.",
    en: "This number is in use by another account. If that is an account you made before, sign in to it; if not, we can find out whose it is.",
  },
  "account.error.identity_applied": {
    id: "Anda sudah mengajukan pendaftaran dengan NIK yang tercatat. Bila salah, hubungi bantuan.",
    en: "You have applied with the NIK on file. If it is wrong, ask for help.",
  },
  "account.error.identity_proven": {
    id: "Nomor yang tercatat sudah terbukti dan tidak dapat diganti di sini. Hubungi bantuan.",
    en: "The number on file is proven and cannot be changed here. Ask for help.",
  },
  "account.identity.help": { id: "Hubungi bantuan", en: "Ask for help" },

  "letter.identity_stated.subject": { id: "Nomor identitas di akun Anda", en: "Identity number of your account" },
  "letter.identity_stated.heading": { id: "Nomor identitas dicatat", en: "An identity number was noted" },
  "letter.identity_stated.text": {
    id: "NIK atau paspor ditambahkan atau diganti di akun Daftar Anda. Bila itu Anda, tidak ada yang perlu dilakukan.",
    en: "A NIK or passport was added to your Daftar account, or changed. If that was you, there is nothing to do.",
  },
  "letter.identity_stated.button": { id: "Lihat nomor identitas", en: "See identity numbers" },
  "letter.identity_stated.note": {
    id: "Bila bukan Anda, ganti kata sandi dan hubungi bantuan.",
    en: "If it was not you, change the password and ask for help.",
  },
} as const;
