/** What people ask of an institution about their data, and the letters about it. */
export const rightsTexts = {
  "account.data.did.right.ask": { id: "Permintaan tentang data diajukan", en: "Request about the data made" },
  "account.data.did.right.lift": { id: "Pembatasan diakhiri", en: "Restriction ended" },
  "account.data.did.right.take": {
    id: "Permintaan tentang data diambil petugas",
    en: "Request about the data taken up by an officer",
  },
  "account.data.did.right.fulfil": { id: "Permintaan tentang data dipenuhi", en: "Request about the data fulfilled" },
  "account.data.did.right.propose_refusal": {
    id: "Penolakan permintaan diusulkan, menunggu petugas kedua",
    en: "Refusal of a request proposed, a second officer to confirm",
  },
  "account.data.did.right.return_refusal": {
    id: "Usul penolakan permintaan tidak disetujui",
    en: "Proposed refusal of a request not confirmed",
  },
  "account.data.did.right.take_back_refusal": {
    id: "Usul penolakan permintaan tentang data ditarik",
    en: "Proposed refusal of the request about data taken back",
  },
  "account.data.did.right.warn": {
    id: "Petugas diingatkan akan permintaan tentang data",
    en: "Officers reminded of the request about data",
  },
  "account.data.did.right.escalate": {
    id: "Petugas diberi tahu bahwa permintaan tentang data terlambat",
    en: "Officers told that the request about data is overdue",
  },
  "account.data.did.right.refuse": { id: "Permintaan tentang data ditolak", en: "Request about the data refused" },
  "account.data.did.right.correct": { id: "Jawaban diperbaiki petugas", en: "Answer corrected by an officer" },
  "account.data.did.right.view": { id: "Permintaan tentang data dibuka", en: "Request about the data opened" },
  "account.data.did.consent.withdraw": { id: "Persetujuan ditarik", en: "Consent taken back" },

  "account.rights.title": { id: "Hak atas data saya", en: "Rights over my data" },
  "account.rights.intro": {
    id: "UU 27/2022 memberi Anda hak-hak ini. Setiap permintaan mendapat nomor dan harus dijawab dalam 3 × 24 jam.",
    en: "Law 27/2022 gives you these rights. Every request gets a number and must be answered within 3 × 24 hours.",
  },
  "account.rights.link.correction": { id: "Minta data diperbaiki", en: "Ask for a correction" },
  "account.rights.link.restriction": { id: "Batasi pemrosesan", en: "Restrict the processing" },
  "account.rights.link.objection": {
    id: "Keberatan atas keputusan otomatis",
    en: "Object to a decision by a machine",
  },
  "account.rights.link.withdrawal": { id: "Tarik persetujuan ini", en: "Take this consent back" },
  "account.rights.requests": { id: "Permintaan saya", en: "My requests" },
  "account.rights.none": { id: "Anda belum pernah mengajukan permintaan.", en: "You have made no request yet." },
  "account.rights.column.number": { id: "Nomor", en: "Number" },
  "account.rights.column.what": { id: "Permintaan", en: "Request" },
  "account.rights.column.due": { id: "Paling lambat dijawab", en: "Answered at the latest" },
  "account.rights.column.state": { id: "Status", en: "State" },

  "rights.kind.correction": { id: "Perbaikan data", en: "Correction of data" },
  "rights.kind.restriction": { id: "Pembatasan pemrosesan", en: "Restriction of processing" },
  "rights.kind.objection": { id: "Keberatan atas keputusan otomatis", en: "Objection to a decision by a machine" },
  "rights.kind.withdrawal": { id: "Penarikan persetujuan", en: "Withdrawal of a consent" },
  "rights.kind.copy": { id: "Salinan data", en: "Copy of the data" },
  "rights.kind.erasure": { id: "Penghapusan di satu instansi", en: "Erasure at one institution" },
  "rights.kind.closing": { id: "Penutupan akun", en: "Closing of the account" },

  "rights.state.waiting": { id: "Menunggu", en: "Waiting" },
  "rights.state.in_work": { id: "Sedang dikerjakan", en: "Being worked on" },
  "rights.state.fulfilled": { id: "Dipenuhi", en: "Fulfilled" },
  "rights.state.in_force": { id: "Berlaku", en: "In force" },
  "rights.state.lifted": { id: "Diakhiri", en: "Ended" },
  "rights.state.refused": { id: "Ditolak", en: "Refused" },
  "rights.state.undone": { id: "Dibatalkan", en: "Taken back" },
  "rights.state.void": { id: "Tidak berlaku lagi", en: "No longer counts" },

  "rights.about": { id: "Tentang apa?", en: "What is it about?" },

  "rights.about.application": { id: "{title}, nomor {number}", en: "{title}, number {number}" },
  "rights.about.institution": { id: "Semua data saya di {institution}", en: "All my data at {institution}" },
  "rights.about.none": {
    id: "Belum ada instansi yang menyimpan data Anda. Nama, alamat e-mail, dan nomor telepon akun Anda dapat Anda ubah sendiri di Profil dan Keamanan.",
    en: "No institution keeps data of yours yet. You can change the name, e-mail address and telephone of your account yourself under Profile and Security.",
  },

  "rights.correction.intro": {
    id: "Instansi wajib memperbaiki data yang salah atau tidak lengkap dalam 3 × 24 jam (pasal 6 dan 30). Draf yang belum dikirim, nama, alamat e-mail, dan nomor telepon dapat Anda ubah sendiri.",
    en: "The institution must correct what is wrong or incomplete within 3 × 24 hours (articles 6 and 30). You can change drafts that are not submitted, your name, e-mail address and telephone yourself.",
  },

  "rights.restriction.intro": {
    id: "Selama pembatasan berlaku, data Anda di instansi itu tidak diekspor, tidak diperiksa petugas, tidak diumumkan, dan Anda tidak menerima pengingat (pasal 11 dan 41).",
    en: "While the restriction holds, your data at the institution are not exported, not reviewed, not announced, and you get no reminders (articles 11 and 41).",
  },
  "rights.restriction.effect": {
    id: "Pembatasan berlaku sejak Anda memintanya, dan Anda dapat mengakhirinya kapan saja. Permohonan yang dibatasi tidak diputuskan: tenggat program tetap berjalan.",
    en: "The restriction holds from the moment you ask, and you can end it at any time. A restricted application is not decided: the deadlines of the program run on.",
  },

  "rights.objection.intro": {
    id: "Anda berhak berkeberatan atas keputusan yang dibuat mesin saja, misalnya pencocokan dengan sumber resmi atau draf yang dikunci saat penutupan (pasal 10). Seorang petugas menilainya kembali.",
    en: "You may object to what a machine alone decided, such as a comparison with an official source or a draft locked at the closing (article 10). An officer looks at it again.",
  },

  "rights.fact": { id: "Data mana yang salah?", en: "Which fact is wrong?" },
  "rights.fact_hint": { id: "Misalnya: alamat, nama sekolah.", en: "For example: address, name of the school." },
  "rights.wish": { id: "Seharusnya apa?", en: "What should it be?" },

  "rights.why.correction": { id: "Mengapa, dan apa buktinya?", en: "Why, and what shows it?" },
  "rights.why.restriction": { id: "Alasan (tidak wajib)", en: "Reason (if you like)" },
  "rights.why.objection": {
    id: "Keputusan mana, dan mengapa Anda berkeberatan?",
    en: "Which decision, and why do you object?",
  },

  "rights.submit.correction": { id: "Minta perbaikan", en: "Ask for the correction" },
  "rights.submit.restriction": { id: "Batasi sekarang", en: "Restrict now" },
  "rights.submit.objection": { id: "Ajukan keberatan", en: "Send the objection" },
  "rights.submit.withdrawal": { id: "Tarik persetujuan", en: "Take the consent back" },

  "rights.error.about": { id: "Pilih tentang apa", en: "Choose what it is about" },
  "rights.error.already": {
    id: "Pemrosesan di instansi ini sudah Anda batasi",
    en: "You have restricted the processing at this institution already",
  },
  "rights.error.enough": {
    id: "Sepuluh permintaan Anda masih menunggu jawaban. Tunggu salah satunya dijawab",
    en: "Ten of your requests wait for an answer. Wait until one of them is answered",
  },
  "rights.error.missing_fact": { id: "Tulis data mana yang salah", en: "Write which fact is wrong" },
  "rights.error.missing_wish": { id: "Tulis seharusnya apa", en: "Write what it should be" },
  "rights.error.missing_why": { id: "Tulis alasannya", en: "Write the reason" },
  "rights.error.too_long": { id: "Paling banyak {max} karakter", en: "At most {max} characters" },
  "rights.error.characters": {
    id: "Ada karakter yang tidak dapat disimpan",
    en: "There are characters that cannot be kept",
  },
  "rights.error.sure": { id: "Centang bahwa Anda ingin menariknya", en: "Tick that you want to take it back" },

  "rights.withdrawal.which": { id: "Persetujuan", en: "Consent" },
  "rights.withdrawal.ends": { id: "Yang berakhir", en: "What ends" },
  "rights.withdrawal.stays": { id: "Yang tetap", en: "What stays" },
  "rights.withdrawal.ends.privacy": {
    id: "Pemrosesan akun yang bertumpu pada persetujuan ini.",
    en: "Processing of the account that rests on this consent.",
  },
  "rights.withdrawal.stays.privacy": {
    id: "Akun dan permohonan Anda tetap ada sampai Anda menutupnya. Pelayanan publik dan kewajiban hukum tidak memerlukan persetujuan (pasal 20 ayat 2).",
    en: "Your account and applications stay until you close the account. Public services and legal duties need no consent (article 20(2)).",
  },
  "rights.withdrawal.ends.closing": {
    id: "Draf tidak lagi dikirim sendiri saat penutupan.",
    en: "The draft is not submitted by itself at the closing any more.",
  },
  "rights.withdrawal.stays.closing": {
    id: "Draf Anda tetap ada dan dapat Anda kirim sendiri. Yang sudah dikirim tetap terkirim.",
    en: "Your draft stays and you can submit it yourself. What was submitted stays submitted.",
  },
  "rights.withdrawal.ends.declaration": {
    id: "Draf perlu Anda nyatakan kembali sebelum dikirim. Untuk permohonan yang sudah dikirim, petugas menghentikan pemrosesan yang bertumpu pada pernyataan ini dalam 3 × 24 jam.",
    en: "A draft has to be declared anew before it is submitted. Of a submitted application, officers stop within 3 × 24 hours what rests on this declaration.",
  },
  "rights.withdrawal.stays.declaration": {
    id: "Permohonan tidak ditarik dengan sendirinya; tarik dari halaman statusnya bila Anda menghendakinya. Catatan bahwa Anda pernah menyatakan tetap disimpan sebagai bukti (pasal 24).",
    en: "The application is not withdrawn by itself; withdraw it on its status page if you want that. The record that you once declared is kept as proof (article 24).",
  },
  "rights.withdrawal.sure": { id: "Saya menarik persetujuan ini", en: "I take this consent back" },
  "rights.withdrawal.sure_legend": { id: "Kepastian", en: "Being sure" },

  "rights.received": { id: "Permintaan Anda kami terima", en: "We have received your request" },
  "rights.keep_number": {
    id: "Simpan nomor ini. Kami juga mengirimnya dengan surat.",
    en: "Keep this number. We have sent it to you by letter as well.",
  },

  "rights.row.state": { id: "Status", en: "State" },
  "rights.row.institution": { id: "Instansi", en: "Institution" },
  "rights.row.application": { id: "Permohonan", en: "Application" },
  "rights.row.asked": { id: "Diajukan", en: "Asked" },
  "rights.row.due": { id: "Paling lambat dijawab", en: "Answered at the latest" },
  "rights.row.answered": { id: "Dijawab", en: "Answered" },
  "rights.row.fact": { id: "Data yang salah", en: "What is wrong" },
  "rights.row.wish": { id: "Seharusnya", en: "What it should be" },
  "rights.row.why": { id: "Alasan Anda", en: "Your reason" },
  "rights.row.note": { id: "Jawaban petugas", en: "What the officer wrote" },
  "rights.row.article": { id: "Dasar penolakan", en: "Why it was refused" },

  "rights.lift": { id: "Akhiri pembatasan", en: "End the restriction" },
  "rights.lifted": {
    id: "Pembatasan diakhiri. Instansi boleh memproses data Anda lagi.",
    en: "The restriction has ended. The institution may process your data again.",
  },
  "rights.complain": {
    id: "Bila Anda tidak setuju, tulis kepada instansi lewat halaman Kontak, atau mengadu kepada lembaga pelindungan data pribadi.",
    en: "If you do not agree, write to the institution by the page Contacts, or complain to the data protection authority.",
  },

  "rights.done.taken": { id: "Permintaan Anda ambil.", en: "You have taken the request." },
  "rights.done.fulfilled": {
    id: "Permintaan dipenuhi; suratnya dikirim.",
    en: "Request fulfilled; the letter goes out.",
  },
  "rights.done.proposed": {
    id: "Usul penolakan dicatat dan menunggu petugas kedua.",
    en: "The proposed refusal is on record and awaits a second officer.",
  },
  "rights.done.refused": { id: "Permintaan ditolak; suratnya dikirim.", en: "Request refused; the letter goes out." },
  "rights.done.taken_back": {
    id: "Usul penolakan Anda tarik; permintaan tetap Anda kerjakan.",
    en: "You took the proposed refusal back; you still work on the request.",
  },
  "rights.done.returned": {
    id: "Usul penolakan dikembalikan kepada petugas pertama.",
    en: "The proposed refusal went back to the first officer.",
  },

  "rights.held_back": {
    id: "{count, plural, other {# permohonan tidak disertakan: pemiliknya membatasi pemrosesan (UU 27/2022, pasal 11).}}",
    en: "{count, plural, one {One application is left out: its owner has restricted the processing (Law 27/2022, article 11).} other {# applications are left out: their owners have restricted the processing (Law 27/2022, article 11).}}",
  },
  "rights.rests": {
    id: "Anda membatasi pemrosesan di instansi ini: permohonan ini tidak diproses sampai Anda mengakhirinya.",
    en: "You have restricted the processing at this institution: this application is not processed until you end that.",
  },
  "rights.rests_link": { id: "Lihat pembatasan", en: "See the restriction" },

  "refusal.restricted.title": { id: "Pemiliknya membatasi pemrosesan", en: "Its owner has restricted the processing" },
  "refusal.restricted.text": {
    id: "Permohonan ini tidak boleh diproses selama pembatasan berlaku (UU 27/2022, pasal 11 dan 41). Pejabat pelindungan data dapat menjelaskannya.",
    en: "This application may not be processed while the restriction holds (Law 27/2022, articles 11 and 41). The data protection officer can explain it.",
  },

  "refusal.right_meanwhile.title": { id: "Permintaan ini berubah sementara itu", en: "This request changed meanwhile" },
  "refusal.right_meanwhile.text": {
    id: "Petugas lain sudah mengambil atau menjawabnya. Buka lagi daftar permintaan.",
    en: "Another officer has taken or answered it. Open the list of requests again.",
  },

  "letter.right_holder": { id: "Instansi: {name}", en: "Institution: {name}" },
  "letter.right_until": { id: "Paling lambat dijawab: {moment}", en: "Answered at the latest: {moment}" },

  "letter.right_asked.subject": { id: "Permintaan Anda kami terima", en: "We have received your request" },
  "letter.right_asked.heading": { id: "Permintaan Anda kami terima", en: "We have received your request" },
  "letter.right_asked.text": {
    id: "Permintaan Anda tentang data Anda sudah tercatat. Instansi menjawabnya dalam 3 × 24 jam.",
    en: "Your request about your data is on record. The institution answers it within 3 × 24 hours.",
  },
  "letter.right_asked.button": { id: "Lihat permintaan", en: "See the request" },
  "letter.right_asked.note": {
    id: "Bila bukan Anda yang mengajukannya, ganti kata sandi Anda sekarang.",
    en: "If it was not you who asked, change your password now.",
  },

  "letter.consent_withdrawn.subject": { id: "Persetujuan Anda ditarik", en: "Your consent was taken back" },
  "letter.consent_withdrawn.heading": { id: "Persetujuan Anda ditarik", en: "Your consent was taken back" },
  "letter.consent_withdrawn.text": {
    id: "Persetujuan itu tidak berlaku lagi sejak sekarang. Halaman permintaan menyebut apa yang berakhir dan apa yang tetap.",
    en: "The consent no longer holds from now on. The page of the request says what ends and what stays.",
  },
  "letter.consent_withdrawn.button": { id: "Lihat permintaan", en: "See the request" },
  "letter.consent_withdrawn.note": {
    id: "Bila bukan Anda yang menariknya, ganti kata sandi Anda sekarang.",
    en: "If it was not you who took it back, change your password now.",
  },

  "letter.right_fulfilled.subject": { id: "Permintaan Anda dipenuhi", en: "Your request is fulfilled" },
  "letter.right_fulfilled.heading": { id: "Permintaan Anda dipenuhi", en: "Your request is fulfilled" },
  "letter.right_fulfilled.text": {
    id: "Permintaan Anda tentang data Anda sudah dipenuhi. Petugas menulis:",
    en: "Your request about your data has been fulfilled. The officer writes:",
  },
  "letter.right_fulfilled.button": { id: "Lihat permintaan", en: "See the request" },
  "letter.right_fulfilled.note": { id: "Simpan nomor permintaan ini.", en: "Keep this request number." },

  "letter.right_refused.subject": { id: "Permintaan Anda ditolak", en: "Your request is refused" },
  "letter.right_refused.heading": { id: "Permintaan Anda ditolak", en: "Your request is refused" },
  "letter.right_refused.text": {
    id: "Dua petugas menilai permintaan Anda dan menolaknya. Dasar dan penjelasannya:",
    en: "Two officers looked at your request and refused it. The ground and their words:",
  },
  "letter.right_refused.button": { id: "Lihat permintaan", en: "See the request" },
  "letter.right_refused.note": {
    id: "Bila Anda tidak setuju, tulis kepada instansi, atau mengadu kepada lembaga pelindungan data pribadi.",
    en: "If you do not agree, write to the institution, or complain to the data protection authority.",
  },
} as const;
