/** Words on choosing a password. */
export const passwordTexts = {
  "account.problem.few_kinds": {
    id: "Instansi Anda meminta {kinds} jenis karakter: huruf kecil, huruf besar, angka, atau tanda. Tambahkan yang kurang",
    en: "Your institution asks for {kinds} kinds of characters: small letters, capitals, digits or signs. Add what is missing",
  },
  "passwords.advice": {
    id: "Makin panjang makin kuat. Satu kata acak lagi, angka, atau tanda menambah kekuatan. Nama, tanggal, dan kata yang sering dipakai tidak dihitung. Boleh ditempel dari pengelola kata sandi.",
    en: "Longer is stronger. One more random word, a digit or a sign adds strength. Names, dates and common words do not count. You may paste from a password manager.",
  },
  "passwords.strength.enough": {
    id: "Cukup kuat. Satu kata lagi membuatnya lebih kuat.",
    en: "Strong enough. One more word makes it stronger.",
  },
  "passwords.strength.strong": { id: "Kuat.", en: "Strong." },
  "passwords.strength.very_strong": { id: "Sangat kuat.", en: "Very strong." },
} as const;
