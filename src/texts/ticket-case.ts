/** Words about a case about a NIK that begins with a ticket. */
export const ticketCaseTexts = {
  "ticket_case.title": { id: "Perkara NIK", en: "Case about the NIK" },
  "ticket_case.lead": {
    id: "Swafoto dan pindaian KTP di tiket ini menjadi bukti penanya, tanpa dikirim lagi. Bila keduanya terbaca, perkara langsung terbuka: tenggat kedua pihak berhenti, dan dua petugas memutuskan.",
    en: "The selfie and the scan of the KTP on this ticket become the person's evidence, without being sent again. If both can be read, the case is open at once: the deadlines of both sides stand still, and two officers decide.",
  },
  "ticket_case.missing": {
    id: "Belum ada atau tidak terbaca: {files}. Penanya diminta memberikannya di akunnya.",
    en: "Missing or unreadable: {files}. The person is asked to give it in their account.",
  },
  "ticket_case.begin": { id: "Mulai perkara NIK", en: "Begin a case" },
  "ticket_case.lacks_account": {
    id: "Perkara memerlukan akun yang menyimpan tiket ini. Hubungkan tiket dengan akun penanya. Bila ia belum punya akun, sisipkan jawaban siap pakai “Buat akun dahulu”.",
    en: "A case needs an account that has this ticket. Link the ticket to the person's account. If they have none, insert the canned answer “Buat akun dahulu”.",
  },
  "ticket_case.canned_title": { id: "Buat akun dahulu", en: "Make an account first" },
  "ticket_case.canned": {
    id: "Yth. '{nama}',\n\nNIK Anda dapat kami periksa dalam sebuah perkara, dan untuk itu Anda memerlukan akun. Buatlah akun, lebih baik dengan e-mail yang Anda tulis di tiket ini. Sesudah itu masuk, buka Bantuan, Status tiket, dan buka tiket '{nomor_tiket}'. Tulis balasan di tiket ini dengan e-mail akun Anda; berkas yang sudah Anda kirim tidak perlu dikirim lagi.\n\n'{instansi}'",
    en: "Dear '{nama}',\n\nWe can look into your NIK in a case, and for that you need an account. Please make one, best with the e-mail address that you gave with this ticket. Then sign in, go to Help, Ticket status, and open ticket '{nomor_tiket}'. Reply to this ticket with the e-mail address of your account; the files that you sent need not be sent again.\n\n'{instansi}'",
  },
  "ticket_case.see": { id: "Lihat perkara", en: "See the case" },
  "ticket_case.is_gathering": { id: "Dimulai; menunggu bukti penanya.", en: "Begun; waits for the person's evidence." },
  "ticket_case.is_waiting": {
    id: "Dimulai, dengan bukti lengkap. Belum terbuka: perkara lain tentang NIK ini harus selesai dahulu, lalu penanya mengirimnya dari akunnya. Beri tahu dia dalam jawaban Anda.",
    en: "Begun, with all evidence. Not open yet: another case about this NIK has to end first, and then the person sends theirs from their account. Tell them in your answer.",
  },
  "ticket_case.is_open": { id: "Terbuka: perlu dibandingkan.", en: "Open: to be compared." },
  "ticket_case.is_proposed": { id: "Menunggu petugas kedua.", en: "Waits for a second officer." },
  "ticket_case.is_moved": { id: "Selesai: NIK berpindah.", en: "Over: the NIK moved." },
  "ticket_case.is_kept": { id: "Selesai: NIK tetap.", en: "Over: the NIK stayed." },
  "ticket_case.is_withdrawn": { id: "Dibatalkan penanya.", en: "Withdrawn by the person." },
  "ticket_case.error_free": {
    id: "NIK ini tidak tercatat di akun lain. Perkara tidak perlu: jawab bahwa penanya dapat memakainya.",
    en: "This NIK is on no other account. No case is needed: answer that the person can use it.",
  },
  "ticket_case.error_proven": {
    id: "Akun penanya sudah punya NIK yang terbukti.",
    en: "The person's account already has a proven NIK.",
  },
  "ticket_case.error_already": {
    id: "Akun penanya sudah punya perkara yang belum selesai.",
    en: "The person's account has a case that is not over.",
  },

  "ticket_case.error_often": {
    id: "Penanya sudah tiga kali membatalkan perkara tentang NIK ini dalam 30 hari.",
    en: "The person withdrew a case about this NIK three times within 30 days.",
  },

  "ticket_case.own": { id: "Lihat perkara di akun Anda", en: "See the case in your account" },
  "ticket_case.now_gathering": {
    id: "Petugas memulai perkara tentang NIK Anda. Lengkapi bukti di akun Anda dan kirim; sesudah itu tenggat Anda berhenti dan dua petugas memeriksa.",
    en: "An agent began a case about your NIK. Complete the evidence in your account and send it; then your deadlines stand still and two officers look at it.",
  },
  "ticket_case.now_waiting": {
    id: "Petugas memulai perkara tentang NIK Anda, dan bukti Anda lengkap. NIK itu masih diperiksa dalam perkara lain. Sesudah perkara itu selesai, kirim perkara Anda dari akun Anda.",
    en: "An agent began a case about your NIK, and your evidence is complete. Another case about that NIK is still open. When that is over, send yours from your account.",
  },
  "ticket_case.now_open": {
    id: "Perkara tentang NIK Anda terbuka. Tenggat pendaftaran Anda berhenti sampai selesai. Seorang petugas membandingkan bukti kedua pihak, petugas lain menegaskan; keputusannya ditulis di tiket ini.",
    en: "The case about your NIK is open. Your deadlines stand still till it is over. One officer compares the evidence of both sides, another one confirms; their decision will be written on this ticket.",
  },
  "ticket_case.now_proposed": {
    id: "Perkara tentang NIK Anda terbuka. Tenggat pendaftaran Anda berhenti sampai selesai. Seorang petugas membandingkan bukti kedua pihak, petugas lain menegaskan; keputusannya ditulis di tiket ini.",
    en: "The case about your NIK is open. Your deadlines stand still till it is over. One officer compares the evidence of both sides, another one confirms; their decision will be written on this ticket.",
  },
  "ticket_case.now_moved": {
    id: "Perkara selesai: NIK ini milik Anda. Tenggat Anda berjalan lagi.",
    en: "The case is over: the NIK is yours. Your deadlines go on.",
  },
  "ticket_case.now_kept": {
    id: "Perkara selesai: NIK tetap di pihak lain. Tenggat Anda berjalan lagi.",
    en: "The case is over: the NIK stays with the other side. Your deadlines go on.",
  },
  "ticket_case.now_withdrawn": {
    id: "Perkara tentang NIK Anda sudah Anda batalkan. Tenggat Anda berjalan lagi.",
    en: "You withdrew the case about your NIK. Your deadlines go on.",
  },
  "ticket_case.answer_moved": {
    id: "Dua petugas memeriksa perkara Anda dan memutuskan bahwa NIK itu milik Anda. NIK kini tercatat sebagai milik akun Anda, dan tenggat pendaftaran Anda berjalan lagi, ditambah waktu selama perkara terbuka.\nAlasannya: {reason}",
    en: "Two officers looked at your case and decided that the NIK is yours. It is now your account's, and your deadlines go on, later by the time for which the case was open.\nThe reason: {reason}",
  },
  "ticket_case.answer_kept": {
    id: "Dua petugas memeriksa perkara Anda dan memutuskan bahwa NIK itu milik orang lain. NIK tidak lagi tercatat di akun Anda, dan tenggat pendaftaran Anda berjalan lagi, ditambah waktu selama perkara terbuka.\nAlasannya: {reason}",
    en: "Two officers looked at your case and decided that the NIK is somebody else's. It is on your account no more, and your deadlines go on, later by the time for which the case was open.\nThe reason: {reason}",
  },
  "refusal.ticket_in_case.title": { id: "Tiket ini punya perkara NIK", en: "This ticket has a case about a NIK" },
  "refusal.ticket_in_case.text": {
    id: "Tiket tetap di instansi yang memutuskan perkaranya dan di akun penanya, dan dijawab dengan keputusan itu.",
    en: "The ticket stays with the institution that decides its case and in the person's account, and is answered with that decision.",
  },
} as const;
