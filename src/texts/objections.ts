/** Words of what officers had changed at an account, and of calling it off. */
export const objectionTexts = {
  "desk.find.purpose_phone": { id: "Mengganti nomor HP", en: "Changing the phone number" },
  "desk.account.open_phone": {
    id: "Penggantian nomor HP sudah diminta dan menunggu petugas kedua.",
    en: "Another phone number was asked for and waits for a second officer.",
  },
  "desk.ask.kind_phone": { id: "Ganti nomor HP", en: "Change the phone number" },
  "desk.telephone.link": { id: "Ganti nomor HP akun ini", en: "Change the phone number of this account" },
  "desk.telephone.title": { id: "Ganti nomor HP", en: "Change the phone number" },
  "desk.telephone.text": {
    id: "Untuk pemilik yang kehilangan nomor lamanya. Petugas kedua harus menyetujui; alamat e-mail dan nomor lama diberi tahu saat itu juga dan punya 72 jam untuk keberatan; nomor baru dibuktikan dengan kode. Sebelum itu semua, tidak ada yang berubah. Pemilik harus dapat membaca e-mail akunnya.",
    en: "For owners who lost the old number. A second officer must agree; the e-mail address and the old number are told at once and have 72 hours to object; the new number is proved by a code. Before all of that nothing changes. The owner must be able to read the e-mail of the account.",
  },
  "desk.telephone.phone": { id: "Nomor HP baru", en: "New phone number" },
  "desk.telephone.phone_hint": {
    id: "Seperti yang disebut pemiliknya, misalnya 0812-3456-7890.",
    en: "As its owner tells it, such as 0812-3456-7890.",
  },
  "desk.telephone.error_phone": {
    id: "Tulis nomor HP Indonesia, misalnya 0812-3456-7890",
    en: "Enter an Indonesian mobile number, such as 0812-3456-7890",
  },

  "phone_change.proof.title": { id: "Buktikan nomor HP baru Anda", en: "Prove your new phone number" },
  "phone_change.proof.text": {
    id: "{to} akan menjadi nomor HP akun Anda, paling cepat {moment}. Kami mengirim kode ke nomor itu. Bila Anda tidak meminta ini, tutup saja halaman ini.",
    en: "{to} will become the phone number of your account, at {moment} at the earliest. We send a code to that number. If you did not ask for it, just close this page.",
  },
  "phone_change.proof.button": { id: "Kirim kode", en: "Send the code" },
  "phone_change.sent": {
    id: "Kode dikirim lewat SMS ke {to} dan berlaku 10 menit.",
    en: "A code was sent by SMS to {to} and works for 10 minutes.",
  },
  "phone_change.prove": { id: "Buktikan nomor", en: "Prove the number" },
  "phone_change.again": { id: "Kirim kode baru", en: "Send a new code" },
  "phone_change.objection.title": { id: "Keberatan atas penggantian nomor HP", en: "Object to another phone number" },
  "phone_change.objection.text": {
    id: "Petugas meminta agar nomor HP akun Anda menjadi {to}, paling cepat {moment}. Bila bukan Anda yang meminta, tekan tombol ini: nomor Anda tetap seperti sekarang.",
    en: "An officer asked that the phone number of your account become {to}, at {moment} at the earliest. If that was not you, press the button: your number stays as it is.",
  },
  "phone_change.objection.button": { id: "Saya keberatan, jangan diganti", en: "I object, do not change it" },
  "phone_change.proved.title": { id: "Nomor Anda terbukti", en: "Your number is proved" },
  "phone_change.proved.text": {
    id: "{to} menjadi nomor HP akun paling cepat {moment}, bila tidak ada keberatan.",
    en: "{to} becomes the phone number of the account at {moment} at the earliest, if nobody objects.",
  },
  "phone_change.objected.title": { id: "Nomor HP tidak diganti", en: "The phone number is not changed" },
  "phone_change.objected.text": {
    id: "Ada keberatan, maka nomor HP akun tetap seperti semula. Bila ada yang mencoba mengambil akun Anda, gantilah kata sandi dan hubungi bantuan.",
    en: "Somebody objected, so the phone number of the account stays as it was. If somebody tries to take your account, change the password and ask for help.",
  },
  "phone_change.done.title": { id: "Nomor HP sudah diganti", en: "The phone number is changed" },
  "phone_change.done.text": {
    id: "Akun sudah memakai nomor HP yang baru. Bila bukan Anda yang meminta, segera hubungi bantuan.",
    en: "The account has its new phone number. If you did not ask for that, reach us for help at once.",
  },
  "phone_change.void.title": { id: "Nomor HP tidak diganti", en: "The phone number is not changed" },
  "phone_change.void.text": {
    id: "Penggantian ini tidak berlaku lagi: sementara itu pemilik akun memilih nomor lain, atau nomor ini dipakai akun lain.",
    en: "This change holds no longer: meanwhile the owner of the account chose another number, or another account has this one.",
  },
  "phone_change.taken.title": { id: "Nomor ini sudah dipakai", en: "This number is in use" },
  "phone_change.taken.text": {
    id: "Nomor ini sudah milik sebuah akun Daftar. Masuklah dengan nomor ini, atau sebutkan nomor lain kepada petugas.",
    en: "This number belongs to a Daftar account already. Sign in with it, or give the officer another one.",
  },
  "phone_change.late.title": { id: "Tautan sudah kedaluwarsa", en: "This link has expired" },
  "phone_change.late.text": {
    id: "Tautan berlaku tujuh hari. Mintalah sekali lagi kepada petugas.",
    en: "The link worked for seven days. Ask the officer once more.",
  },

  "objection.link": { id: "Nyatakan keberatan", en: "Object" },
  "objection.link_title": { id: "Ada perubahan yang bukan Anda minta?", en: "A change that you did not ask for?" },
  "objection.title": { id: "Nyatakan keberatan", en: "Object" },
  "objection.text": {
    id: "Bila ada yang meminta perubahan pada akun Anda, kami memberi tahu lewat surat dan SMS. Ketik kode dari SMS itu untuk membatalkannya.",
    en: "When somebody asks for a change of your account, we tell you by letter and SMS. Type the code from that SMS to call it off.",
  },
  "objection.code": { id: "Kode dari SMS", en: "Code from the SMS" },
  "objection.code_hint": {
    id: "16 huruf dan angka, misalnya k7m2-9qx4-h3tv-8wz5.",
    en: "16 letters and digits, such as k7m2-9qx4-h3tv-8wz5.",
  },
  "objection.button": { id: "Lanjutkan", en: "Continue" },
  "objection.error_code": {
    id: "Kode ini tidak kami kenali. Salin kembali dari SMS",
    en: "We do not know this code. Copy it from the SMS once more",
  },

  "desk.find.purpose_factor": { id: "Melepas langkah kedua yang hilang", en: "Removing a lost second factor" },
  "desk.account.open_factor": {
    id: "Pelepasan langkah kedua sudah diminta dan menunggu petugas kedua.",
    en: "Removing the second factor was asked for and waits for a second officer.",
  },
  "desk.ask.kind_factor": { id: "Lepas langkah kedua yang hilang", en: "Remove the lost second factor" },
  "desk.ask.kind_factor_hint": {
    id: "Autentikator, kunci sandi, dan kode pemulihan dilepas setelah 72 jam. Alamat e-mail dan nomor HP diberi tahu saat itu juga dan dapat menyatakan keberatan.",
    en: "Authenticator, passkeys and recovery codes are removed after 72 hours. The e-mail address and the telephone are told at once and can object.",
  },
  "account.lost_factor.label": {
    id: "Autentikator atau kunci sandi saya hilang, dan kode pemulihan tidak ada lagi",
    en: "I have lost my authenticator or passkey, and have no recovery code left",
  },
  "account.lost_factor.hint": {
    id: "Semuanya dilepas dari akun setelah 72 jam. Kami memberi tahu alamat e-mail dan nomor HP Anda sekarang, dan dari sana pelepasan dapat dibatalkan.",
    en: "All of them are removed from the account after 72 hours. We tell your e-mail address and phone now, and from there it can be called off.",
  },
  "account.factor.lost_all": {
    id: "Semua ini hilang? Pulihkan akun dengan dua bukti",
    en: "Lost all of these? Recover the account by two proofs",
  },
  "factor_removal.button": { id: "Saya keberatan, jangan dilepas", en: "I object, do not remove it" },
  "factor_removal.open.title": {
    id: "Keberatan atas pelepasan langkah kedua",
    en: "Object to removing the second factor",
  },
  "factor_removal.open.text": {
    id: "Autentikator, kunci sandi, dan kode pemulihan akan dilepas dari akun Anda, paling cepat {moment}. Bila bukan Anda yang meminta, tekan tombol ini, lalu ganti kata sandi: tidak ada yang dilepas.",
    en: "Authenticator, passkeys and recovery codes are to be removed from your account, at {moment} at the earliest. If that was not you, press the button, then change your password: nothing is removed.",
  },
  "factor_removal.objected.title": { id: "Langkah kedua tidak dilepas", en: "The second factor is not removed" },
  "factor_removal.objected.text": {
    id: "Ada keberatan, maka langkah kedua akun tetap seperti semula. Bila ada yang mencoba mengambil akun Anda, gantilah kata sandi dan hubungi bantuan.",
    en: "Somebody objected, so the second factor of the account stays as it was. If somebody tries to take your account, change the password and ask for help.",
  },
  "factor_removal.void.title": { id: "Langkah kedua tidak dilepas", en: "The second factor is not removed" },
  "factor_removal.void.text": {
    id: "Sementara itu akun dibuka dengan langkah keduanya, maka langkah itu tidak hilang.",
    en: "Meanwhile somebody signed in with the second factor, so it is not lost.",
  },
  "factor_removal.done.title": { id: "Langkah kedua sudah dilepas", en: "The second factor is removed" },
  "factor_removal.done.text": {
    id: "Masuklah dengan kata sandi dan pasang autentikator atau kunci sandi yang baru. Bila bukan Anda yang meminta, segera hubungi bantuan.",
    en: "Sign in with your password and set up a new authenticator or passkey. If you did not ask for that, reach us for help at once.",
  },
  "sms.factor_leaving": {
    id: "DAFTAR: langkah kedua akun Anda akan dilepas 72 jam lagi. Bukan Anda? Buka Daftar, Lupa kata sandi, Keberatan, ketik {code}",
    en: "DAFTAR: the second factor of your account will be removed in 72 hours. Not you? Open Daftar, Forgot your password, Object, type {code}",
  },
  "letter.factor_leaving.subject": {
    id: "Langkah kedua akun Anda akan dilepas",
    en: "The second factor of your account is to be removed",
  },
  "letter.factor_leaving.heading": {
    id: "Langkah kedua akun Anda akan dilepas",
    en: "Your second factor is to be removed",
  },
  "letter.factor_leaving.text": {
    id: "Kami diminta melepas autentikator, kunci sandi, dan kode pemulihan dari akun Daftar Anda karena hilang. Itu terjadi paling cepat 72 jam lagi. Bila bukan Anda yang meminta, nyatakan keberatan sekarang dan ganti kata sandi Anda.",
    en: "We were asked to remove authenticator, passkeys and recovery codes from your Daftar account because they are lost. That happens in 72 hours at the earliest. If it was not you, object now and change your password.",
  },
  "letter.factor_leaving.button": { id: "Lihat dan nyatakan keberatan", en: "Look at it and object" },
  "letter.factor_leaving.note": {
    id: "Bila Anda sendiri yang meminta, tidak ada yang perlu dilakukan di sini. Bila perangkat atau kodenya ketemu lagi, masuklah dengannya: pelepasan batal.",
    en: "If you asked for it yourself, there is nothing to do here. If you find the second factor again, sign in with it: nothing is removed then.",
  },

  "sms.phone_moving": {
    id: "DAFTAR: petugas akan mengganti nomor HP akun Anda 72 jam lagi. Bukan Anda? Buka Daftar, Lupa kata sandi, Keberatan, ketik {code}",
    en: "DAFTAR: officers will change the phone number of your account in 72 hours. Not you? Open Daftar, Forgot your password, Object, type {code}",
  },
  "letter.new_phone": { id: "Nomor baru: {phone}", en: "New number: {phone}" },
  "letter.phone_moving.subject": {
    id: "Petugas akan mengganti nomor HP akun Anda",
    en: "Officers are about to change the phone number of your account",
  },
  "letter.phone_moving.heading": { id: "Nomor HP akun Anda akan diganti", en: "Your phone number is to be changed" },
  "letter.phone_moving.text": {
    id: "Petugas diminta mengganti nomor HP akun Daftar Anda. Paling cepat 72 jam lagi nomor lama tidak dipakai. Bila bukan Anda yang meminta, nyatakan keberatan sekarang dan tidak ada yang berubah.",
    en: "Officers were asked to change the phone number of your Daftar account. In 72 hours at the earliest the old number is no longer used. If it was not you, object now and nothing changes.",
  },
  "letter.phone_moving.button": { id: "Lihat dan nyatakan keberatan", en: "Look at it and object" },
  "letter.phone_moving.note": {
    id: "Bila Anda sendiri yang meminta, buktikan nomor baru lewat surat yang satu lagi.",
    en: "If you asked for it yourself, prove the new number by the other letter.",
  },
  "letter.phone_claim.subject": { id: "Buktikan nomor HP baru Anda", en: "Prove your new phone number" },
  "letter.phone_claim.heading": { id: "Buktikan nomor HP baru Anda", en: "Prove your new phone number" },
  "letter.phone_claim.text": {
    id: "Petugas diminta mengganti nomor HP akun Daftar Anda. Bila Anda yang meminta, tekan tombol ini dan ketik kode yang kami kirim ke nomor baru; tautan berlaku tujuh hari. Nomor diganti paling cepat 72 jam lagi.",
    en: "Officers were asked to change the phone number of your Daftar account. If you asked for it, press the button and type the code that we send to the new number; the link works for seven days. The number changes in 72 hours at the earliest.",
  },
  "letter.phone_claim.button": { id: "Buktikan nomor", en: "Prove the number" },
  "letter.phone_claim.note": {
    id: "Bila Anda tidak memintanya, jangan tekan tombolnya, dan nyatakan keberatan lewat surat yang satu lagi.",
    en: "If you did not ask for it, do not press the button, and object by the other letter.",
  },
} as const;
