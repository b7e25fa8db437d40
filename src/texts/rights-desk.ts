/** The console of data protection officers, and the articles of law that a refusal names. */
export const rightsDeskTexts = {
  "rights.article.6": {
    id: "Pasal 6: hak memperbaiki berlaku bagi data yang salah atau tidak akurat; data ini terbukti benar.",
    en: "Article 6: the right to correct is about what is wrong or inaccurate; these data were shown to be right.",
  },
  "rights.article.33": {
    id: "Pasal 33: perubahan membahayakan seseorang, mengungkap data orang lain, atau bertentangan dengan pertahanan dan keamanan nasional.",
    en: "Article 33: the change would endanger somebody, disclose data of others, or run against national defence and security.",
  },
  "rights.article.50-1-a": {
    id: "Pasal 50 ayat 1 huruf a: kepentingan pertahanan dan keamanan nasional.",
    en: "Article 50(1) letter a: national defence and security.",
  },
  "rights.article.50-1-b": {
    id: "Pasal 50 ayat 1 huruf b: kepentingan proses penegakan hukum.",
    en: "Article 50(1) letter b: law enforcement.",
  },
  "rights.article.50-1-c": {
    id: "Pasal 50 ayat 1 huruf c: kepentingan umum dalam penyelenggaraan negara.",
    en: "Article 50(1) letter c: the public interest in the administration of the state.",
  },
  "rights.article.15-1-a": {
    id: "Pasal 15 ayat 1 huruf a: kepentingan pertahanan dan keamanan nasional.",
    en: "Article 15(1) letter a: national defence and security.",
  },
  "rights.article.15-1-b": {
    id: "Pasal 15 ayat 1 huruf b: kepentingan proses penegakan hukum.",
    en: "Article 15(1) letter b: law enforcement.",
  },
  "rights.article.15-1-c": {
    id: "Pasal 15 ayat 1 huruf c: kepentingan umum dalam penyelenggaraan negara.",
    en: "Article 15(1) letter c: the public interest in the administration of the state.",
  },
  "rights.article.15-1-e": {
    id: "Pasal 15 ayat 1 huruf e: kepentingan statistik dan penelitian ilmiah.",
    en: "Article 15(1) letter e: statistics and scientific research.",
  },
  "rights.article.41-2-a": {
    id: "Pasal 41 ayat 2 huruf a: peraturan perundang-undangan tidak memungkinkan pembatasan.",
    en: "Article 41(2) letter a: statutory rules do not allow the restriction.",
  },
  "rights.article.41-2-b": {
    id: "Pasal 41 ayat 2 huruf b: pembatasan membahayakan keselamatan pihak lain.",
    en: "Article 41(2) letter b: the restriction would endanger others.",
  },
  "rights.article.41-2-c": {
    id: "Pasal 41 ayat 2 huruf c: ada perjanjian tertulis yang tidak memperbolehkan pembatasan.",
    en: "Article 41(2) letter c: a written agreement does not allow the restriction.",
  },
  "rights.article.10-1": {
    id: "Pasal 10 ayat 1: keputusan ini tidak dibuat mesin saja; seorang petugas memutuskannya.",
    en: "Article 10(1): the decision was not made by a machine alone; an officer made it.",
  },
  "rights.article.20-2-e": {
    id: "Pasal 20 ayat 2 huruf e: pemrosesan ini bertumpu pada tugas pelayanan publik, bukan pada persetujuan.",
    en: "Article 20(2) letter e: the processing rests on a public task and not on the consent.",
  },

  "rights.desk.to": { id: "Hak atas data", en: "Data rights" },
  "rights.desk.title": { id: "Permintaan hak atas data", en: "Requests about personal data" },
  "rights.desk.text": {
    id: "Setiap permintaan dijawab paling lambat 3 × 24 jam setelah diterima, dihitung jam, bukan hari kerja (UU 27/2022, pasal 30, 40, 41).",
    en: "Each request is answered at the latest 3 × 24 hours after it was received, counted in hours and not in working days (Law 27/2022, articles 30, 40, 41).",
  },
  "rights.desk.restricted": {
    id: "{count, plural, =0 {Tidak ada pembatasan yang berlaku.} other {Pembatasan berlaku bagi # orang: data mereka tidak diekspor, diperiksa, diumumkan, atau disurati.}}",
    en: "{count, plural, =0 {No restriction is in force.} one {A restriction is in force for one person: their data are not exported, reviewed, announced or mailed.} other {Restrictions are in force for # people: their data are not exported, reviewed, announced or mailed.}}",
  },
  "rights.desk.empty_title": { id: "Tidak ada yang menunggu", en: "Nothing waits" },
  "rights.desk.empty": { id: "Semua permintaan sudah dijawab.", en: "Every request has been answered." },
  "rights.desk.open": {
    id: "{count, plural, other {# permintaan menunggu}}",
    en: "{count, plural, one {One request waits} other {# requests wait}}",
  },
  "rights.desk.answered": { id: "Terakhir dijawab", en: "Answered last" },
  "rights.desk.column_number": { id: "Nomor", en: "Number" },
  "rights.desk.column_what": { id: "Permintaan", en: "Request" },
  "rights.desk.column_due": { id: "Paling lambat", en: "At the latest" },
  "rights.desk.column_state": { id: "Status", en: "State" },
  "rights.desk.left": {
    id: "{hours, plural, =0 {Kurang dari satu jam lagi} other {# jam lagi}}",
    en: "{hours, plural, =0 {Less than an hour left} one {One hour left} other {# hours left}}",
  },
  "rights.desk.overdue": {
    id: "{hours, plural, other {Lewat # jam}}",
    en: "{hours, plural, one {Overdue by an hour} other {Overdue by # hours}}",
  },
  "rights.desk.was_late": {
    id: "{hours, plural, other {(terlambat # jam)}}",
    en: "{hours, plural, one {(an hour late)} other {(# hours late)}}",
  },
  "rights.desk.awaits_second": { id: "Penolakan menunggu petugas kedua", en: "Refusal awaits a second officer" },
  "rights.desk.with": { id: "Dikerjakan {name}", en: "With {name}" },
  "rights.desk.row_asker": { id: "Pemohon", en: "Who asks" },
  "rights.desk.row_application": { id: "Permohonan", en: "Application" },
  "rights.desk.row_fact": { id: "Data yang salah", en: "What is wrong" },
  "rights.desk.row_wish": { id: "Seharusnya", en: "What it should be" },
  "rights.desk.row_why": { id: "Alasan", en: "Reason" },
  "rights.desk.row_article": { id: "Dasar penolakan", en: "Ground of the refusal" },
  "rights.desk.row_note": { id: "Jawaban petugas", en: "The officer's words" },
  "rights.desk.row_taken_back": {
    id: "Usul penolakan ditarik karena",
    en: "Proposed refusal taken back because",
  },
  "rights.desk.why_back": { id: "Mengapa Anda menariknya?", en: "Why do you take it back?" },
  "rights.desk.why_back_hint": {
    id: "Dibaca rekan Anda. Pemohon tidak diberi tahu: belum ada yang diputuskan.",
    en: "Your colleagues read it. The person is not told: nothing was decided yet.",
  },
  "rights.desk.take_back": { id: "Tarik usul penolakan", en: "Take the proposed refusal back" },
  "rights.desk.error_why": { id: "Tulis mengapa Anda menariknya", en: "Write why you take it back" },
  "rights.desk.own": {
    id: "Ini permintaan Anda sendiri; petugas lain menjawabnya.",
    en: "This is your own request; another officer answers it.",
  },
  "rights.desk.own_refusal": {
    id: "Anda mengusulkan penolakan ini. Petugas kedua harus menyetujuinya.",
    en: "You proposed this refusal. A second officer has to confirm it.",
  },
  "rights.desk.meanwhile": {
    id: "Jawaban Anda tidak disimpan. Halaman ini menunjukkan keadaannya sekarang.",
    en: "Your answer was not saved. This page says how it stands now.",
  },
  "rights.desk.written": { id: "Yang Anda tulis:", en: "What you wrote:" },
  "rights.desk.take": { id: "Kerjakan permintaan ini", en: "Take this request" },
  "rights.desk.take_over": { id: "Ambil alih dari rekan", en: "Take it over from a colleague" },
  "rights.desk.hint_correction": {
    id: "Perbaiki data itu di tempatnya, atau minta unit yang memegangnya memperbaiki, lalu tulis apa yang diubah. Jawaban yang sudah dikirim dapat diperbaiki dari sini; nama, nomor identitas, dan isian dalam daftar diperbaiki pemohon setelah permohonannya dikembalikan.",
    en: "Correct the data where they are kept, or have whoever holds them do it, then write what was changed. Submitted answers can be corrected from here; names, identity numbers and items of lists are corrected by the person when the application is returned.",
  },
  "rights.desk.hint_restriction": {
    id: "Pembatasan sudah berlaku sejak diminta: data orang ini tidak diekspor, diperiksa, diumumkan, atau disurati. Pastikan salinan di luar sistem ini juga dibatasi, lalu jawab. Penolakan mengakhiri pembatasan.",
    en: "The restriction has been in force since it was asked: the data are not exported, reviewed, announced or mailed. See that copies outside this system are restricted too, then answer. A refusal ends the restriction.",
  },
  "rights.desk.hint_objection": {
    id: "Pastikan seorang petugas menilai kembali keputusan mesin itu, lalu tulis hasilnya.",
    en: "See that an officer looks again at what the machine decided, then write what came of it.",
  },
  "rights.desk.hint_withdrawal": {
    id: "Persetujuan itu sudah tidak berlaku. Hentikan pemrosesan yang bertumpu padanya, lalu tulis apa yang dihentikan.",
    en: "The consent no longer holds. Stop what rests on it, then write what was stopped.",
  },

  "rights.correct.title": { id: "Perbaiki jawaban yang sudah dikirim", en: "Correct a submitted answer" },
  "rights.correct.text": {
    id: "Jawaban lama tetap ada dalam riwayat. Petugas, ekspor dan pemohon melihat jawaban yang baru; pemohon melihat keduanya pada permintaannya.",
    en: "The old answer stays in history. Officers, exports and the person see the new one; the person sees both at their request.",
  },
  "rights.correct.none": {
    id: "Tidak ada jawaban yang dapat diperbaiki di sini.",
    en: "No answer can be corrected here.",
  },
  "rights.correct.none_returned": {
    id: "Permohonan ini sedang diubah pemohon. Jawabannya dapat diperbaiki setelah dikirim lagi.",
    en: "The person is changing this application. Its answers can be corrected once it is submitted again.",
  },
  "rights.correct.none_withdrawn": {
    id: "Permohonan ini sudah ditarik pemohon: tidak ada lagi yang diputuskan dengan jawabannya, dan tidak ada yang diperbaiki.",
    en: "The person has withdrawn this application: nothing is decided by its answers any more, and none is corrected.",
  },
  "rights.correct.field": { id: "Pertanyaan mana?", en: "Which question?" },
  "rights.correct.choose": { id: "Pilih pertanyaan", en: "Choose a question" },
  "rights.correct.next": { id: "Lanjutkan", en: "Continue" },
  "rights.correct.another": { id: "Pilih pertanyaan lain", en: "Choose another question" },
  "rights.correct.button": { id: "Simpan perbaikan", en: "Save the correction" },
  "rights.correct.otherwise": { id: "Yang tidak diperbaiki di sini", en: "What is not corrected here" },
  "rights.correct.otherwise_text": {
    id: "Nama, NIK, nomor KK, NPWP, isian dalam daftar, dan jawaban yang menentukan pertanyaan lain diperbaiki pemohon sendiri setelah permohonannya dikembalikan. Permohonan hanya dapat dikembalikan selama diperiksa.",
    en: "Names, NIK, KK number, NPWP, items of lists, and answers on which other questions hang are corrected by the person when the application is returned. It can be returned only while it is in review.",
  },
  "rights.correct.to_application": {
    id: "Buka permohonan untuk dikembalikan",
    en: "Open the application to return it",
  },
  "rights.correct.ask_reviewer": {
    id: "Mengembalikan permohonan adalah tugas pemeriksa atau sekretariat; minta salah satu dari mereka.",
    en: "Returning an application is for reviewers and the secretariat; ask one of them.",
  },
  "rights.correct.row": { id: "Diperbaiki: {label}", en: "Corrected: {label}" },
  "rights.correct.change": { id: "“{was}” menjadi “{now}”", en: "“{was}” became “{now}”" },
  "rights.correct.error_unknown": { id: "Pilih pertanyaannya", en: "Choose the question" },
  "rights.correct.error_invalid": {
    id: "Pertanyaan ini tidak menerima jawaban itu",
    en: "The question does not take this answer",
  },
  "rights.correct.error_same": { id: "Jawabannya sudah demikian", en: "The answer is so already" },
  "rights.correct.error_derived": {
    id: "Pertanyaan lain bergantung padanya; permohonannya harus dikembalikan",
    en: "Other questions hang on it; the application has to be returned",
  },

  "rights.desk.answer": { id: "Jawaban", en: "Answer" },
  "rights.desk.fulfil": { id: "Dipenuhi", en: "Fulfilled" },
  "rights.desk.refuse": { id: "Ditolak", en: "Refused" },
  "rights.desk.refuse_hint": {
    id: "Menyebut pasal, dan baru berlaku setelah petugas kedua menyetujui.",
    en: "Names an article, and takes effect when a second officer confirms.",
  },
  "rights.desk.article": { id: "Dasar penolakan", en: "Ground of the refusal" },
  "rights.desk.article_hint": {
    id: "Hanya bila ditolak. Pasal 15 dan 50 berlaku hanya untuk melaksanakan suatu undang-undang: sebutkan undang-undang itu dalam penjelasan.",
    en: "Only when it is refused. Articles 15 and 50 hold only in carrying out a law: name that law in your words.",
  },
  "rights.desk.note": { id: "Penjelasan untuk pemohon", en: "Words for the person" },
  "rights.desk.note_hint": { id: "Dikirim dengan surat.", en: "Sent by letter." },
  "rights.desk.button": { id: "Simpan jawaban", en: "Save the answer" },
  "rights.desk.second": { id: "Setujui penolakan ini?", en: "Confirm this refusal?" },
  "rights.desk.confirm": { id: "Ya, tolak permintaan", en: "Yes, refuse the request" },
  "rights.desk.return": { id: "Tidak, kembalikan kepada petugas pertama", en: "No, give it back to the first officer" },
  "rights.desk.error_answer": { id: "Pilih jawabannya", en: "Choose the answer" },
  "rights.desk.error_article": { id: "Pilih pasal dasar penolakan", en: "Choose the article of the refusal" },
  "rights.desk.error_note": { id: "Tulis penjelasan untuk pemohon", en: "Write words for the person" },
  "rights.desk.error_second": { id: "Pilih apakah Anda menyetujuinya", en: "Choose whether you confirm it" },

  "letter.rights_pressing.subject": { id: "Hak atas data: tersisa 12 jam", en: "Data rights: 12 hours left" },
  "letter.rights_pressing.heading": { id: "Tersisa 12 jam untuk menjawab", en: "12 hours left to answer" },
  "letter.rights_pressing.text": {
    id: "Permintaan hak atas data dengan nomor berikut harus dijawab dalam 12 jam: batas 3 × 24 jam hampir lewat (UU 27/2022).",
    en: "The requests about personal data with these numbers have to be answered within 12 hours: their 72 hours are almost over (Law 27/2022).",
  },
  "letter.rights_pressing.button": { id: "Buka konsol", en: "Open the console" },
  "letter.rights_pressing.note": {
    id: "Anda menerima surat ini satu kali untuk setiap permintaan.",
    en: "You get this letter once for each request.",
  },
  "letter.rights_overdue.subject": { id: "Hak atas data: lewat 3 × 24 jam", en: "Data rights: past the 72 hours" },
  "letter.rights_overdue.heading": { id: "Permintaan yang terlambat dijawab", en: "Requests that are overdue" },
  "letter.rights_overdue.text": {
    id: "Permintaan hak atas data dengan nomor berikut belum dijawab dalam 3 × 24 jam, seperti diwajibkan UU 27/2022. Jawablah sekarang.",
    en: "The requests about personal data with these numbers were not answered within the 72 hours of Law 27/2022. Answer them now.",
  },
  "letter.rights_overdue.button": { id: "Buka konsol", en: "Open the console" },
  "letter.rights_overdue.note": {
    id: "Anda menerima surat ini satu kali untuk setiap permintaan.",
    en: "You get this letter once for each request.",
  },
  "letter.rights_without_officer": {
    id: "Instansi Anda tidak punya pejabat pelindungan data yang dapat menjawabnya. Berikan peran itu kepada dua orang.",
    en: "Your institution has no data protection officer who could answer them. Give two people that role.",
  },
} as const;
