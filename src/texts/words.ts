/** Words about the words by which a person knows a true letter. */
export const wordsTexts = {
  "account.words.title": { id: "Kata pengenal surat", en: "Words in your letters" },
  "account.words.why": {
    id: "Pilih beberapa kata yang hanya Anda kenal. Setiap surat dari kami ke akun Anda akan memuatnya; surat tanpa kata ini bukan dari kami.",
    en: "Choose a few words that only you know. Every letter from us to your account will show them; a letter without them is not from us.",
  },
  "account.words.label": { id: "Kata pengenal", en: "Your words" },
  "account.words.hint": {
    id: "Misalnya “layang-layang hijau di sawah”. Jangan pakai kata sandi Anda.",
    en: "For example “green kite over the rice field”. Do not use your password.",
  },
  "account.words.save": { id: "Simpan kata pengenal", en: "Save the words" },
  "account.words.remove": { id: "Hapus kata pengenal", en: "Remove the words" },
  "account.words.saved": { id: "Kata pengenal Anda disimpan.", en: "Your words are saved." },
  "account.words.removed": { id: "Kata pengenal Anda dihapus.", en: "Your words are removed." },
  "account.security.words": {
    id: "Tanda bahwa surat benar dari kami",
    en: "By which you know that a letter is from us",
  },
  "letter.words": { id: "Kata pengenal Anda: {words}", en: "Your words: {words}" },
  "letter.no_words": {
    id: "Anda belum memilih kata pengenal. Pilih di Keamanan akun, agar surat palsu mudah dikenali.",
    en: "You have chosen no words of your own yet. Choose them under account security, so that a false letter is easily known.",
  },
  "phishing.words.title": { id: "Kata pengenal Anda", en: "Words of your own" },
  "phishing.words.text": {
    id: "Di Keamanan akun Anda dapat memilih kata pengenal yang tampil di setiap surat kami ke akun Anda. Bila sudah memilihnya, surat tanpa kata itu bukan dari kami: jangan ikuti tautannya.",
    en: "Under account security you can choose words that every letter from us to your account shows. Once you have, a letter without them is not from us: do not follow its links.",
  },
} as const;
