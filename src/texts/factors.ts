/** Words of codes that are sent, and of devices that are remembered. */
export const factorTexts = {
  "account.sent_code.label": { id: "Kode 6 angka yang kami kirim", en: "The 6-digit code that we sent" },
  "account.sent_code.hint": {
    id: "Berlaku 10 menit dan sekali pakai. Petugas tidak pernah memintanya.",
    en: "Good for 10 minutes and once only. Officers never ask for it.",
  },
  "account.error.sent_code_wrong": {
    id: "Kode tidak cocok atau sudah tidak berlaku. Periksa lagi, atau minta kode baru",
    en: "The code does not match or no longer works. Check it, or ask for a new one",
  },
  "account.remember.item": {
    id: "Jangan tanya lagi di perangkat ini selama 30 hari",
    en: "Do not ask on this device for 30 days",
  },
  "account.remember.hint": {
    id: "Hanya untuk perangkat milik Anda sendiri, bukan warnet atau komputer kantor.",
    en: "Only for a device of your own, not in an internet café or at an office computer.",
  },
  "account.factor.title_code": { id: "Kode masuk", en: "Sign-in code" },
  "account.factor.choose": {
    id: "Akun Anda dilindungi langkah kedua. Kami mengirim kode, lalu Anda menulisnya di sini.",
    en: "Your account is protected by a second step. We send a code, and you enter it here.",
  },
  "account.factor.sent_to": { id: "Kami mengirim kode ke {to}.", en: "We sent a code to {to}." },
  "account.factor.send_email": { id: "Kirim kode lewat e-mail ke {to}", en: "Send a code by e-mail to {to}" },
  "account.factor.send_sms": { id: "Kirim kode lewat SMS ke {to}", en: "Send a code by SMS to {to}" },
  "account.factor.again_email": { id: "Kirim kode baru lewat e-mail", en: "Send a new code by e-mail" },
  "account.factor.again_sms": { id: "Kirim kode baru lewat SMS", en: "Send a new code by SMS" },

  "account.codes_email.title": { id: "Kode lewat e-mail", en: "Codes by e-mail" },
  "account.codes_sms.title": { id: "Kode lewat SMS", en: "Codes by SMS" },
  "account.codes_email.text": {
    id: "Setelah ini, setiap kali masuk Anda memberi kata sandi, lalu kode 6 angka yang kami kirim ke {to}.",
    en: "After this, each time you sign in you give your password, then a 6-digit code that we send to {to}.",
  },
  "account.codes_sms.text": {
    id: "Setelah ini, setiap kali masuk Anda memberi kata sandi, lalu kode 6 angka yang kami kirim lewat SMS ke {to}.",
    en: "After this, each time you sign in you give your password, then a 6-digit code that we send by SMS to {to}.",
  },
  "account.codes_email.better": {
    id: "Kunci sandi atau aplikasi autentikator lebih aman: siapa pun yang dapat membuka kotak surat Anda juga membaca kodenya.",
    en: "A passkey or an authenticator app is safer: whoever can open your mailbox reads the code as well.",
  },
  "account.codes_sms.better": {
    id: "Kunci sandi atau aplikasi autentikator lebih aman: nomor HP dapat dialihkan orang lain, dan nomor yang hangus dijual lagi.",
    en: "A passkey or an authenticator app is safer: a telephone number can be taken over by others, and one that lapses is sold again.",
  },
  "account.codes.prove": {
    id: "Kami kirim satu kode sekarang, agar pasti bahwa kodenya sampai.",
    en: "We send one code now, to be sure that codes reach you.",
  },
  "account.codes.send": { id: "Kirim kode", en: "Send a code" },
  "account.codes.turn_on": { id: "Nyalakan", en: "Turn on" },
  "account.codes.turn_off": { id: "Matikan", en: "Turn off" },
  "account.codes.is_on": { id: "Sudah menyala.", en: "It is on." },
  "account.codes.no_phone": {
    id: "Akun Anda belum punya nomor HP yang terbukti.",
    en: "Your account has no proven telephone number yet.",
  },
  "account.codes.to_phone": { id: "Buktikan nomor HP", en: "Prove a phone number" },
  "account.codes.on": { id: "Menyala", en: "On" },
  "account.codes.off": { id: "Mati", en: "Off" },
  "account.codes.staff": {
    id: "Untuk petugas, kode yang dikirim tidak cukup aman. Pakailah autentikator atau kunci sandi.",
    en: "For staff, codes that are sent are not safe enough. Use an authenticator or a passkey.",
  },
  "account.security.code_on_done": { id: "Kode yang dikirim sudah menyala.", en: "Codes that are sent are turned on." },
  "account.security.code_off_done": {
    id: "Kode yang dikirim sudah dimatikan.",
    en: "Codes that are sent are turned off.",
  },

  "account.remembered.caption": { id: "Perangkat tanpa langkah kedua", en: "Devices without the second step" },
  "account.remembered.note": {
    id: "Di perangkat ini kata sandi saja cukup, sampai tanggalnya lewat. Kata sandi baru melupakan semuanya.",
    en: "On these devices the password is enough until the date passes. A new password forgets all of them.",
  },
  "account.remembered.column.device": { id: "Perangkat", en: "Device" },
  "account.remembered.column.since": { id: "Diingat sejak", en: "Remembered since" },
  "account.remembered.column.until": { id: "Sampai", en: "Until" },
  "account.remembered.column.action": { id: "Tindakan", en: "Action" },
  "account.remembered.forget": { id: "Lupakan", en: "Forget" },
  "account.remembered.forgotten": { id: "Perangkat itu sudah dilupakan.", en: "The device has been forgotten." },

  "account.passkeys.rename": { id: "Ganti nama", en: "Rename" },
  "account.passkeys.rename_title": { id: "Ganti nama kunci sandi", en: "Rename a passkey" },
  "account.passkeys.renamed": { id: "Nama kunci sandi sudah diganti.", en: "The passkey has been renamed." },
  "account.passkeys.save_name": { id: "Simpan nama", en: "Save name" },

  "letter.login_code.subject": { id: "Kode masuk Anda", en: "Your sign-in code" },
  "letter.login_code.heading": { id: "Kode masuk Anda", en: "Your sign-in code" },
  "letter.login_code.text": {
    id: "Tulis kode ini di halaman tempat Anda memintanya. Kode berlaku 10 menit, sekali pakai, dan hanya di perangkat itu.",
    en: "Enter this code on the page where you asked for it. It is good for 10 minutes, once, and on that device only.",
  },
  "letter.login_code.code": { id: "Kode: {code}", en: "Code: {code}" },
  "letter.login_code.button": { id: "Lihat keamanan akun", en: "See your account's security" },
  "letter.login_code.note": {
    id: "Bukan Anda yang meminta? Maka orang lain tahu kata sandi Anda: gantilah sekarang. Jangan beri tahu kode ini kepada siapa pun.",
    en: "Did you not ask for it? Then somebody else knows your password: change it now. Tell nobody this code.",
  },
} as const;
