/** Words on choosing a password. */
export const passwordTexts = {
  "account.problem.few_kinds": {
    id: "Instansi Anda meminta {kinds} jenis karakter: huruf kecil, huruf besar, angka, atau tanda. Tambahkan yang kurang",
    en: "Your institution asks for {kinds} kinds of characters: small letters, capitals, digits or signs. Add what is missing",
  },
  "passwords.advice": {
    id: "Makin panjang makin kuat. Nama, tanggal, dan kata yang sering dipakai tidak dihitung.",
    en: "Longer is stronger. Names, dates and common words do not count.",
  },
  "passwords.overdue": {
    id: "Kata sandi Anda sudah melewati masa berlaku yang ditetapkan instansi Anda. Pilih yang baru untuk melanjutkan; tidak ada pekerjaan Anda yang hilang.",
    en: "Your password is older than your institution allows. Choose a new one to go on; none of your work is lost.",
  },
  "letter.password_due.subject": { id: "Kata sandi Anda segera berakhir", en: "Your password expires soon" },
  "letter.password_due.heading": { id: "Kata sandi Anda segera berakhir", en: "Your password expires soon" },
  "letter.password_due.text": {
    id: "Instansi Anda menetapkan masa berlaku kata sandi petugasnya. Sesudah waktu di bawah, Anda tetap dapat masuk dengan kata sandi lama, lalu diminta memilih yang baru. Anda tidak diminta pada hari-hari sekitar penutupan pendaftaran.",
    en: "Your institution set how long passwords of its staff last. After the time below you can still sign in with the old one and are then asked to choose a new one. You are not asked in the days around a closing.",
  },
  "letter.password_due.until": { id: "Berlaku sampai {moment}", en: "It lasts until {moment}" },
  "letter.password_due.button": { id: "Ganti kata sandi", en: "Change password" },
  "letter.password_due.note": {
    id: "Pilih yang sama sekali baru, bukan yang lama dengan angka lain.",
    en: "Choose one that is altogether new, not the old one with other digits.",
  },
  "passwords.strength.enough": {
    id: "Cukup kuat. Satu kata lagi membuatnya lebih kuat.",
    en: "Strong enough. One more word makes it stronger.",
  },
  "passwords.strength.strong": { id: "Kuat.", en: "Strong." },
  "passwords.strength.very_strong": { id: "Sangat kuat.", en: "Very strong." },
} as const;
