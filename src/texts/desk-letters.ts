/** Words of the letters that tell people what officers did at the account desk. */
export const deskLetterTexts = {
  "letter.by_staff": {
    id: "Diminta seorang petugas {institution} dan disetujui petugas kedua.",
    en: "Asked for by an officer of {institution} and confirmed by a second one.",
  },
  "letter.new_address": { id: "Alamat baru: {email}", en: "New address: {email}" },
  "letter.email_moving.subject": {
    id: "Petugas akan mengganti alamat e-mail akun Anda",
    en: "Officers are about to change the e-mail address of your account",
  },
  "letter.email_moving.heading": {
    id: "Alamat e-mail akun Anda akan diganti",
    en: "Your e-mail address is to be changed",
  },
  "letter.email_moving.text": {
    id: "Petugas diminta mengganti alamat e-mail akun Daftar Anda. Paling cepat 72 jam lagi alamat ini tidak dipakai. Bila bukan Anda yang meminta, nyatakan keberatan sekarang dan tidak ada yang berubah.",
    en: "Officers were asked to change the e-mail address of your Daftar account. In 72 hours at the earliest this address is no longer used. If it was not you, object now and nothing changes.",
  },
  "letter.email_moving.button": { id: "Lihat dan nyatakan keberatan", en: "Look at it and object" },
  "letter.email_moving.note": {
    id: "Bila Anda sendiri yang meminta, tidak ada yang perlu dilakukan di sini.",
    en: "If you asked for it yourself, there is nothing to do here.",
  },
  "letter.email_claim.subject": { id: "Buktikan alamat e-mail Anda", en: "Prove your e-mail address" },
  "letter.email_claim.heading": { id: "Buktikan alamat e-mail Anda", en: "Prove your e-mail address" },
  "letter.email_claim.text": {
    id: "Alamat ini disebut sebagai alamat baru sebuah akun Daftar. Bila Anda yang meminta, buktikan lewat tombol ini; tautan berlaku tujuh hari. Alamat diganti paling cepat 72 jam lagi.",
    en: "This address was given as the new one of a Daftar account. If you asked for it, prove it by this button; the link works for seven days. The address changes in 72 hours at the earliest.",
  },
  "letter.email_claim.button": { id: "Buktikan alamat", en: "Prove the address" },
  "letter.email_claim.note": {
    id: "Bila Anda tidak memintanya, abaikan surat ini: tidak ada yang terjadi.",
    en: "If you did not ask for it, ignore this letter: nothing happens.",
  },
  "letter.unlocked_by_staff.subject": { id: "Kunci kata sandi Anda dibuka", en: "Your password was unlocked" },
  "letter.unlocked_by_staff.heading": { id: "Kunci kata sandi Anda dibuka", en: "Your password was unlocked" },
  "letter.unlocked_by_staff.text": {
    id: "Setelah terlalu banyak tebakan, kata sandi Anda tidak berlaku di perangkat baru. Kini berlaku lagi. Bila Anda memintanya, tidak ada yang perlu dilakukan.",
    en: "After too many guesses your password was not heard on new devices. It is heard again now. If you asked for that, there is nothing to do.",
  },
  "letter.unlocked_by_staff.button": { id: "Masuk", en: "Sign in" },
  "letter.unlocked_by_staff.note": {
    id: "Bila Anda tidak memintanya, ganti kata sandi Anda dan hubungi bantuan.",
    en: "If you did not ask for it, change your password and ask for help.",
  },
  "letter.reset_by_staff.subject": { id: "Buat kata sandi baru", en: "Choose a new password" },
  "letter.reset_by_staff.heading": { id: "Buat kata sandi baru", en: "Choose a new password" },
  "letter.reset_by_staff.text": {
    id: "Lewat tautan ini Anda membuat kata sandi baru untuk akun Daftar Anda. Tautan berlaku 30 menit dan sekali pakai; sesudahnya pakailah Lupa kata sandi di halaman masuk.",
    en: "By this link you choose a new password for your Daftar account. It works for 30 minutes and once; after that use Forgot the password at the login.",
  },
  "letter.reset_by_staff.button": { id: "Buat kata sandi baru", en: "Choose a new password" },
  "letter.reset_by_staff.note": {
    id: "Bila Anda tidak memintanya, jangan buka tautannya: kata sandi Anda tidak berubah. Segera hubungi bantuan.",
    en: "If you did not ask for it, do not follow the link: your password stays as it is. Ask for help at once.",
  },
} as const;
