/** Words about appeals (sanggah) against a rejection, their answers and letters. */
export const appealTexts = {
  "appeal.title": { id: "Sanggah", en: "Appeal" },
  "appeal.go": { id: "Ajukan sanggah", en: "Appeal" },
  "appeal.see": { id: "Lihat sanggah Anda", en: "See your appeal" },
  "appeal.until": {
    id: "Bila menurut Anda keputusan ini keliru, Anda dapat menyanggahnya satu kali, paling lambat {moment}.",
    en: "If you think this decision is wrong, you may appeal once, at the latest on {moment}.",
  },
  "appeal.over": { id: "Masa sanggah berakhir {moment}.", en: "The time to appeal ended on {moment}." },
  "appeal.closed_title": { id: "Sanggah tidak dapat diajukan", en: "You cannot appeal" },
  "appeal.closed_text": {
    id: "Sanggah hanya untuk permohonan yang ditolak, satu kali untuk setiap penolakan, selama masa sanggah.",
    en: "Only a rejected application can be appealed, once for each rejection, while the time to appeal lasts.",
  },
  "appeal.intro": {
    id: "Sanggah Anda diperiksa oleh petugas yang tidak memutuskan permohonan ini. Setelah dikirim, sanggah tidak dapat diubah.",
    en: "Your appeal is examined by an officer who did not decide this application. Once sent it cannot be changed.",
  },
  "appeal.reasons": { id: "Alasan penolakan", en: "Reasons of the rejection" },
  "appeal.go_on": { id: "Lanjut ke pemeriksaan", en: "Go on to check it" },
  "appeal.check_title": { id: "Periksa sanggah Anda", en: "Check your appeal" },
  "appeal.check_text": {
    id: "Sanggah hanya dapat dikirim satu kali untuk keputusan ini.",
    en: "You can appeal against this decision only once.",
  },
  "appeal.send": { id: "Kirim sanggah", en: "Send the appeal" },
  "appeal.edit": { id: "Ubah", en: "Change it" },
  "appeal.sent_said": { id: "Sanggah Anda sudah dikirim", en: "Your appeal was sent" },
  "appeal.sent_note": {
    id: "{moment} · salinan dikirim ke e-mail Anda",
    en: "{moment} · a copy is on its way to your e-mail address",
  },
  "appeal.next": {
    id: "Petugas lain memeriksa sanggah Anda. Jawabannya kami kirim lewat e-mail dan ada di halaman ini.",
    en: "Another officer examines your appeal. The answer comes by e-mail and stands on this page.",
  },
  "appeal.what": { id: "Isi sanggah", en: "What you wrote" },
  "appeal.sent_at": { id: "Dikirim", en: "Sent" },
  "appeal.answered_at": { id: "Dijawab", en: "Answered" },
  "appeal.answer": { id: "Jawaban", en: "Answer" },
  "appeal.words": { id: "Penjelasan", en: "Explanation" },
  "appeal.answer_denied": { id: "Sanggah ditolak; keputusan tetap", en: "Denied; the decision stands" },
  "appeal.answer_granted": {
    id: "Sanggah dikabulkan; permohonan diperiksa kembali",
    en: "Granted; the application is examined again",
  },
  "appeal.paper": { id: "Unduh jawaban sanggah (PDF)", en: "Download the answer (PDF)" },
  "appeal.paper_title": { id: "Jawaban atas sanggah", en: "Answer to an appeal" },
  "appeal.paper_denied_text": {
    id: "Instansi telah memeriksa sanggah ini melalui petugas yang tidak memutuskan permohonannya. Penolakan tetap berlaku, karena:",
    en: "The institution examined this appeal through an officer who did not decide the application. The rejection stands, because:",
  },
  "appeal.paper_granted_text": {
    id: "Instansi telah memeriksa sanggah ini melalui petugas yang tidak memutuskan permohonannya, dan mengabulkannya. Permohonan diperiksa kembali; putusannya diberitahukan tersendiri.",
    en: "The institution examined this appeal through an officer who did not decide the application, and granted it. The application is examined again; you are told the verdict separately.",
  },

  "console.appeal.title": { id: "Sanggah {name}", en: "Appeal of {name}" },
  "console.appeal.open": { id: "Baca dan jawab sanggah", en: "Read and answer the appeal" },
  "console.appeal.waits": {
    id: "Pendaftar menyanggah penolakan ini. Sanggah dijawab sekretariat yang tidak memutuskannya.",
    en: "The applicant appeals against this rejection. It is answered by a secretariat member who did not decide it.",
  },
  "console.appeal.read": { id: "Lihat sanggah", en: "See the appeal" },
  "console.appeal.own": {
    id: "Anda yang memutuskan permohonan ini. Sanggahnya harus dijawab orang lain.",
    en: "You decided this application. Somebody else has to answer the appeal.",
  },
  "console.appeal.rejected_by": { id: "Ditolak oleh", en: "Rejected by" },
  "console.appeal.which": { id: "Jawaban Anda", en: "Your answer" },
  "console.appeal.deny": { id: "Tolak sanggah", en: "Deny the appeal" },
  "console.appeal.deny_hint": { id: "Penolakan tetap berlaku.", en: "The rejection stands." },
  "console.appeal.grant": { id: "Kabulkan sanggah", en: "Grant the appeal" },
  "console.appeal.grant_hint": {
    id: "Permohonan diperiksa kembali, mulai dari Anda; putusannya diambil seperti biasa.",
    en: "The application is examined again, beginning with you, and decided as usual.",
  },
  "console.appeal.words": { id: "Penjelasan untuk pendaftar", en: "Explanation for the applicant" },
  "console.appeal.words_hint": {
    id: "Dibaca pendaftar di suratnya. Jawab pokok sanggahnya satu per satu.",
    en: "The applicant reads it in a letter. Answer point by point.",
  },
  "console.appeal.button": { id: "Kirim jawaban", en: "Send the answer" },
  "console.appeal.error.answer": { id: "Pilih tolak atau kabulkan", en: "Choose to deny or to grant" },
  "console.appeal.error.words": {
    id: "Tulis penjelasan untuk pendaftar",
    en: "Write an explanation for the applicant",
  },

  "refusal.appeal_answered.title": { id: "Sanggah ini sudah dijawab", en: "This appeal is answered already" },
  "refusal.appeal_answered.text": {
    id: "Jawaban tercatat lebih dulu daripada tindakan Anda, atau tidak ada sanggah yang menunggu.",
    en: "An answer was recorded before your act, or no appeal is waiting.",
  },
  "refusal.own_decision.title": { id: "Harus dijawab orang lain", en: "Somebody else has to answer" },
  "refusal.own_decision.text": {
    id: "Anda yang memutuskan permohonan ini, sehingga tidak dapat menjawab sanggahnya.",
    en: "You decided this application, so you cannot answer the appeal against it.",
  },
  "refusal.appeal_closed.title": { id: "Sanggah tidak dapat diajukan", en: "You cannot appeal" },
  "refusal.appeal_closed.text": {
    id: "Masa sanggah sudah berakhir, atau keputusan ini sudah pernah disanggah. Lihat status permohonan Anda.",
    en: "The time to appeal is over, or this decision was appealed already. See the status of your application.",
  },

  "letter.appealed.subject": { id: "Sanggah Anda sudah kami terima", en: "We have received your appeal" },
  "letter.appealed.heading": { id: "Sanggah terkirim", en: "Appeal sent" },
  "letter.appealed.text": {
    id: "Sanggah Anda sudah masuk dan diperiksa oleh petugas yang tidak memutuskan permohonan Anda. Jawabannya kami kirim lewat e-mail.",
    en: "Your appeal has arrived and is examined by an officer who did not decide your application. We send you the answer.",
  },
  "letter.appealed.button": { id: "Lihat sanggah", en: "See the appeal" },
  "letter.appealed.note": { id: "Simpan surat ini sebagai bukti.", en: "Keep this letter as proof." },
  "letter.appeal_denied.subject": { id: "Jawaban atas sanggah Anda", en: "The answer to your appeal" },
  "letter.appeal_denied.heading": { id: "Sanggah Anda ditolak", en: "Your appeal was denied" },
  "letter.appeal_denied.text": {
    id: "Sanggah Anda sudah diperiksa oleh petugas lain. Keputusan atas permohonan Anda tetap, dengan penjelasan berikut.",
    en: "Another officer examined your appeal. The decision on your application stands, with this explanation.",
  },
  "letter.appeal_denied.button": { id: "Lihat jawaban", en: "See the answer" },
  "letter.appeal_denied.note": {
    id: "Keputusan ini tidak dapat disanggah lagi.",
    en: "This decision cannot be appealed again.",
  },
  "letter.appeal_granted.subject": { id: "Jawaban atas sanggah Anda", en: "The answer to your appeal" },
  "letter.appeal_granted.heading": { id: "Sanggah Anda dikabulkan", en: "Your appeal was granted" },
  "letter.appeal_granted.text": {
    id: "Sanggah Anda sudah diperiksa oleh petugas lain dan dikabulkan. Permohonan Anda diperiksa kembali.",
    en: "Another officer examined your appeal and granted it. Your application is examined again.",
  },
  "letter.appeal_granted.button": { id: "Lihat jawaban", en: "See the answer" },
  "letter.appeal_granted.note": {
    id: "Anda tidak perlu mengirim apa pun; kami mengabari Anda begitu ada putusan.",
    en: "You need not send anything; we tell you as soon as there is a verdict.",
  },
} as const;
