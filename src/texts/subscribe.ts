/** Words of registrations without an account: the form on the program page, the pages behind links, and the letters. */
export const subscribeTexts = {
  "subscribe.title": { id: "Daftar sekarang", en: "Register now" },
  "subscribe.lead": {
    id: "Cukup nama dan alamat e-mail. Anda tidak perlu membuat akun.",
    en: "A name and an e-mail address are enough. You need no account.",
  },
  "subscribe.agree_legend": { id: "Persetujuan", en: "Consent" },
  "subscribe.agree_missing": {
    id: "Centang untuk menyatakan setuju. Tanpa persetujuan, Anda tidak dapat didaftarkan",
    en: "Tick the box to agree. Without it you cannot be registered",
  },
  "subscribe.data_line": {
    id: "Tujuan: {purpose} Data disimpan sampai Anda berhenti, paling lama {period} sejak konfirmasi.",
    en: "Purpose: {purpose} The data are kept until you leave, for {period} from confirming at most.",
  },
  "subscribe.data_kept": {
    id: "Sampai Anda berhenti, paling lama {period} sejak konfirmasi; dihapus saat itu juga",
    en: "Until you leave, for {period} from confirming at most; erased at that moment",
  },
  "subscribe.submit": { id: "Daftar", en: "Register" },
  "subscribe.steps": { id: "Langkah-langkahnya", en: "The steps" },
  "subscribe.step_fill": {
    id: "Isi nama dan alamat e-mail di halaman ini",
    en: "Enter your name and e-mail address on this page",
  },
  "subscribe.step_confirm": {
    id: "Buka surat dari kami dan tekan Konfirmasi dalam 48 jam",
    en: "Open our letter and press Confirm within 48 hours",
  },
  "subscribe.step_leave": {
    id: "Berhenti kapan saja lewat tautan di setiap surat",
    en: "Leave at any time by the link in every letter",
  },

  "subscribe.sent_title": { id: "Periksa e-mail Anda", en: "Check your e-mail" },
  "subscribe.sent_to": { id: "Kami mengirim surat ke {email}.", en: "We have sent a letter to {email}." },
  "subscribe.sent_to_typed": {
    id: "Kami mengirim surat ke alamat yang Anda tulis.",
    en: "We have sent a letter to the address you gave.",
  },
  "subscribe.sent_text": {
    id: "Buka surat itu dan tekan tombol Konfirmasi. Tautannya berlaku 48 jam.",
    en: "Open it and press the button Confirm. The link works for 48 hours.",
  },
  "subscribe.sent_missing_title": { id: "Suratnya belum datang?", en: "No letter yet?" },
  "subscribe.sent_missing": {
    id: "Tunggu lima menit dan lihat folder spam. Bila tetap tidak ada, periksa ejaan alamat dan daftar sekali lagi.",
    en: "Wait five minutes and look in the spam folder. If it is still not there, check the spelling of the address and register once more.",
  },
  "subscribe.programs": { id: "Lihat semua program", en: "See all programs" },

  "subscribe.confirm_title": { id: "Konfirmasi pendaftaran", en: "Confirm your registration" },
  "subscribe.confirm_text": {
    id: "Tekan tombol di bawah ini untuk menyatakan bahwa alamat ini milik Anda dan Anda ingin terdaftar.",
    en: "Press the button below to say that this address is yours and that you want to be registered.",
  },
  "subscribe.confirm_submit": { id: "Konfirmasi", en: "Confirm" },
  "subscribe.program": { id: "Program", en: "Program" },
  "subscribe.name": { id: "Nama", en: "Name" },
  "subscribe.email": { id: "Alamat e-mail", en: "E-mail address" },
  "subscribe.confirmed_title": { id: "Anda terdaftar", en: "You are registered" },
  "subscribe.confirmed_text": {
    id: "Kami mengirim surat selamat datang. Surat itu, seperti setiap surat sesudahnya, memuat tautan untuk berhenti.",
    en: "We have sent you a letter of welcome. Like every letter after it, it has a link to leave.",
  },
  "subscribe.dead_title": { id: "Tautan ini tidak berlaku lagi", en: "This link no longer works" },
  "subscribe.dead_text": {
    id: "Tautan konfirmasi berlaku 48 jam. Pendaftaran Anda belum selesai; daftar sekali lagi dan kami mengirim surat baru.",
    en: "A link to confirm works for 48 hours. Your registration is not complete; register once more and we send you a new letter.",
  },
  "subscribe.again": { id: "Daftar sekali lagi", en: "Register once more" },
  "subscribe.unknown_title": { id: "Tautan ini tidak kami kenal", en: "We do not know this link" },
  "subscribe.unknown_text": {
    id: "Mungkin tautannya terpotong saat disalin. Buka lagi suratnya dan tekan tombolnya, atau salin seluruh tautannya.",
    en: "Perhaps it was cut off when it was copied. Open the letter again and press the button, or copy the whole link.",
  },

  "subscribe.leave_title": { id: "Berhenti dari program ini?", en: "Leave this program?" },
  "subscribe.leave_text": {
    id: "Anda tidak akan menerima surat lagi. Nama dan alamat e-mail Anda dihapus saat itu juga.",
    en: "You will get no more letters. Your name and e-mail address are erased at that moment.",
  },
  "subscribe.leave_submit": { id: "Ya, berhenti", en: "Yes, leave" },
  "subscribe.leave_stay": { id: "Tidak, tetap terdaftar", en: "No, stay registered" },
  "subscribe.left_title": { id: "Anda sudah berhenti", en: "You have left" },
  "subscribe.left_text": {
    id: "Nama dan alamat e-mail Anda sudah dihapus, dan tidak ada surat lagi. Bila berubah pikiran, Anda dapat mendaftar lagi kapan saja.",
    en: "Your name and e-mail address have been erased, and no more letters come. Should you change your mind, you can register again at any time.",
  },

  "subscribe.letter.leave": { id: "Berhenti menerima surat ini", en: "Stop receiving these letters" },
  "subscribe.letter.confirm.subject": { id: "Konfirmasi pendaftaran Anda", en: "Confirm your registration" },
  "subscribe.letter.confirm.heading": { id: "Tinggal satu langkah", en: "One step left" },
  "subscribe.letter.confirm.text": {
    id: "Seseorang, mungkin Anda sendiri, mendaftarkan alamat ini. Tekan Konfirmasi bila Anda ingin terdaftar. Tautannya berlaku 48 jam dan sekali pakai.",
    en: "Someone, perhaps you, registered this address. Press Confirm if you want to be registered. The link works for 48 hours and once only.",
  },
  "subscribe.letter.confirm.button": { id: "Konfirmasi", en: "Confirm" },
  "subscribe.letter.confirm.note": {
    id: "Bila bukan Anda yang mendaftar, abaikan surat ini; alamat Anda tidak masuk daftar dan dihapus setelah beberapa hari.",
    en: "If it was not you, ignore this letter; your address is not put on the list and is erased after a few days.",
  },
  "subscribe.letter.welcome.subject": { id: "Anda terdaftar", en: "You are registered" },
  "subscribe.letter.welcome.heading": { id: "Selamat datang", en: "Welcome" },
  "subscribe.letter.welcome.text": {
    id: "Alamat ini sudah dikonfirmasi dan terdaftar.",
    en: "This address has been confirmed and is registered.",
  },
  "subscribe.letter.welcome.button": { id: "Lihat program", en: "See the program" },
  "subscribe.letter.welcome.note": {
    id: "Simpan surat ini: dengan tautan di bawah Anda dapat berhenti kapan saja, tanpa masuk.",
    en: "Keep this letter: by the link below you can leave at any time, without signing in.",
  },
  "subscribe.letter.known.subject": { id: "Anda sudah terdaftar", en: "You are registered already" },
  "subscribe.letter.known.heading": { id: "Anda sudah terdaftar", en: "You are registered already" },
  "subscribe.letter.known.text": {
    id: "Seseorang, mungkin Anda sendiri, mendaftarkan alamat ini sekali lagi. Pendaftaran Anda sudah ada dan tidak berubah.",
    en: "Someone, perhaps you, registered this address once more. Your registration exists and has not changed.",
  },
  "subscribe.letter.known.button": { id: "Lihat program", en: "See the program" },
  "subscribe.letter.known.note": {
    id: "Bila bukan Anda, tidak ada yang perlu dilakukan.",
    en: "If it was not you, there is nothing to do.",
  },

  "console.programs.subscribers": {
    id: "{count, plural, other {# terdaftar}}",
    en: "{count, plural, one {# registered} other {# registered}}",
  },
} as const;
