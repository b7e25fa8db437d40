/** Words of the help page: questions about the service itself, and its glossary. */
export const helpTexts = {
  "help.title": { id: "Bantuan", en: "Help" },
  "help.lead": {
    id: "Jawaban tentang layanan ini. Pertanyaan tentang suatu program dijawab di halaman program itu.",
    en: "Answers about this service. Questions about a program are answered on the page of that program.",
  },
  "help.contents": { id: "Di halaman ini", en: "On this page" },

  "help.account": { id: "Akun dan masuk", en: "Account and signing in" },
  "help.account.needed.question": { id: "Mengapa saya perlu akun?", en: "Why do I need an account?" },
  "help.account.needed.answer": {
    id: "Supaya isian Anda tersimpan dan hanya Anda yang dapat membukanya. Satu akun berlaku untuk semua program di layanan ini. Melihat program tidak memerlukan akun.",
    en: "So that what you fill in is kept and only you can open it. One account serves all programs here. Reading about programs needs no account.",
  },
  "help.account.letter.question": {
    id: "Surat aktivasi tidak datang. Apa yang harus saya lakukan?",
    en: "The activation letter does not come. What should I do?",
  },
  "help.account.letter.answer": {
    id: "Tunggu beberapa menit dan periksa folder spam. Pastikan alamat e-mail yang Anda ketik benar. Bila belum ada juga, daftar sekali lagi dengan alamat yang sama: surat baru dikirim dan yang lama tidak berlaku lagi.",
    en: "Wait a few minutes and look into the spam folder. Make sure that the address you typed is right. If there is still nothing, register once more with the same address: a new letter is sent and the old one stops working.",
  },
  "help.account.expired.question": {
    id: "Tautan di surat sudah tidak berlaku",
    en: "The link in the letter no longer works",
  },
  "help.account.expired.answer": {
    id: "Setiap tautan hanya berlaku sekali dan untuk waktu terbatas. Minta surat baru dari halaman yang terbuka ketika Anda menekan tautan itu.",
    en: "Each link works once and for a limited time. Ask for a new letter on the page that opens when you follow it.",
  },
  "help.account.password.question": { id: "Saya lupa kata sandi", en: "I forgot my password" },
  "help.account.password.answer": {
    id: "Pilih “Lupa kata sandi” di halaman masuk dan ketik alamat e-mail Anda. Demi keamanan, jawabannya selalu sama, baik alamat itu terdaftar maupun tidak.",
    en: "Choose “Forgot password” on the sign-in page and type your e-mail address. For safety the answer is always the same, whether the address is known or not.",
  },
  "help.account.locked.question": {
    id: "Mengapa saya diminta menunggu sebelum mencoba masuk lagi?",
    en: "Why must I wait before trying to sign in again?",
  },
  "help.account.locked.answer": {
    id: "Setelah beberapa kali salah, layanan meminta jeda supaya orang lain tidak dapat menebak kata sandi Anda. Tunggu selama yang disebutkan, atau ganti kata sandi lewat “Lupa kata sandi”.",
    en: "After several wrong tries the service asks for a pause, so that nobody can guess your password. Wait as long as it says, or set a new one through “Forgot password”.",
  },

  "help.files": { id: "Mengunggah berkas", en: "Uploading documents" },
  "help.files.formats.question": { id: "Berkas apa yang diterima?", en: "Which files are accepted?" },
  "help.files.formats.answer": {
    id: "Halaman unggah menyebut format dan ukurannya, biasanya JPG, PNG atau PDF. Yang diperiksa adalah isi berkas, bukan namanya: mengganti akhiran nama tidak mengubah formatnya.",
    en: "The upload page names the formats and the size, usually JPG, PNG or PDF. The content is checked, not the name: changing the ending of the name does not change the format.",
  },
  "help.files.refused.question": { id: "Mengapa berkas saya ditolak?", en: "Why was my file refused?" },
  "help.files.refused.answer": {
    id: "Alasannya tertulis di halaman unggah: terlalu besar, kosong, terputus, terkunci sandi, atau formatnya lain. Foto ulang dari ponsel, atau simpan PDF tanpa kata sandi, lalu unggah lagi.",
    en: "The upload page says why: too large, empty, cut off, locked by a password, or of another format. Take the photograph again, or save the PDF without a password, and upload it once more.",
  },
  "help.files.seen.question": { id: "Siapa yang melihat berkas saya?", en: "Who sees my documents?" },
  "help.files.seen.answer": {
    id: "Anda, dan petugas pemeriksa dari instansi program itu. Berkas disimpan terenkripsi. Petugas melihat gambar hasil pembacaan berkas, bukan berkas aslinya.",
    en: "You, and the officers of that program's institution who check it. Documents are kept encrypted. Officers see pictures made from the document, not the original file.",
  },

  "help.deadline": { id: "Menyimpan, mengirim dan batas waktu", en: "Saving, submitting and the deadline" },
  "help.deadline.saved.question": { id: "Apakah isian saya tersimpan?", en: "Is what I fill in saved?" },
  "help.deadline.saved.answer": {
    id: "Ya, setiap kali Anda menekan tombol simpan pada suatu halaman, juga bila isinya belum benar. Anda dapat keluar dan melanjutkan dari perangkat lain.",
    en: "Yes, each time you press the save button of a page, even when something on it is not right yet. You can leave and go on from another device.",
  },
  "help.deadline.closing.question": { id: "Apa yang terjadi pada saat penutupan?", en: "What happens at the closing?" },
  "help.deadline.closing.answer": {
    id: "Itu tertulis di halaman program, pada “Masa pendaftaran”. Jangan menunggu jam terakhir: kirimlah begitu permohonan Anda lengkap.",
    en: "The page of the program says so under “Registration period”. Do not wait for the last hour: submit as soon as your application is complete.",
  },
  "help.deadline.change.question": {
    id: "Bolehkah saya mengubah permohonan yang sudah dikirim?",
    en: "May I change an application that I have submitted?",
  },
  "help.deadline.change.answer": {
    id: "Tidak, kecuali petugas mengembalikannya. Saat itu hanya bagian yang ditandai yang dapat Anda ubah. Anda juga dapat menarik permohonan selama belum diputuskan.",
    en: "No, unless the officer returns it. Then you can change only what was marked. You may also withdraw an application while it is undecided.",
  },

  "help.identity": { id: "NIK dan identitas", en: "NIK and identity" },
  "help.identity.used.question": {
    id: "NIK saya dinyatakan sudah dipakai orang lain",
    en: "My NIK is said to be used by somebody else",
  },
  "help.identity.used.answer": {
    id: "Satu NIK hanya dapat dipakai oleh satu akun. Periksa dulu apakah Anda pernah membuat akun dengan alamat e-mail lain. Bila bukan Anda, segera hubungi instansi penyelenggara program lewat saluran resminya dan bawa KTP Anda. Isian Anda tetap tersimpan.",
    en: "One NIK belongs to one account. First check whether you once made an account with another e-mail address. If it was not you, contact the institution of the program at once through its official channels and bring your KTP. What you filled in stays saved.",
  },
  "help.identity.mismatch.question": {
    id: "NIK saya dianggap tidak sesuai dengan tanggal lahir",
    en: "My NIK is said not to match my date of birth",
  },
  "help.identity.mismatch.answer": {
    id: "Angka ke-7 sampai ke-12 adalah tanggal, bulan dan tahun lahir; untuk perempuan tanggalnya ditambah 40. Bandingkan keduanya dengan KTP. Bila KTP Anda memang berbeda, Dukcapil yang dapat memperbaikinya.",
    en: "Digits 7 to 12 are the day, month and year of birth; for women 40 is added to the day. Compare both with your KTP. If the KTP itself differs, Dukcapil can correct it.",
  },

  "help.ask": { id: "Bertanya kepada siapa", en: "Whom to ask" },
  "help.ask.who.question": { id: "Saya masih punya pertanyaan", en: "I still have a question" },
  "help.ask.who.answer": {
    id: "Tentang syarat, hasil atau isi permohonan: tanyakan kepada instansi yang namanya tertulis di halaman program. Sebutkan nomor tanda terima Anda, jangan pernah kata sandi atau kode masuk.",
    en: "About requirements, results or the content of an application: ask the institution named on the page of the program. Give your receipt number, never your password or sign-in code.",
  },
  "help.ask.offline.question": {
    id: "Bagaimana bila saya tidak punya internet yang baik?",
    en: "What if my internet connection is poor?",
  },
  "help.ask.offline.answer": {
    id: "Halaman-halamannya ringan dan dapat dipakai tanpa JavaScript di ponsel lama. Bila sambungan terputus, yang sudah disimpan tidak hilang: buka lagi dan lanjutkan.",
    en: "The pages are light and work without JavaScript on old phones. If the connection breaks, what was saved is not lost: open it again and go on.",
  },

  "help.glossary": { id: "Arti kata", en: "What the words mean" },
  "help.word.program": { id: "Program", en: "Program" },
  "help.word.program.meaning": {
    id: "Satu jenis pendaftaran dari satu instansi, dengan syarat dan masa pendaftarannya.",
    en: "One kind of registration of one institution, with its requirements and its period.",
  },
  "help.word.application": { id: "Permohonan", en: "Application" },
  "help.word.application.meaning": {
    id: "Pendaftaran Anda pada suatu program: jawaban dan berkasnya.",
    en: "Your registration in a program: its answers and documents.",
  },
  "help.word.task": { id: "Bagian", en: "Part" },
  "help.word.task.meaning": {
    id: "Sekelompok halaman dalam permohonan, misalnya data diri atau alamat.",
    en: "A group of pages of an application, such as personal details or address.",
  },
  "help.word.receipt": { id: "Nomor tanda terima", en: "Receipt number" },
  "help.word.receipt.meaning": {
    id: "Bukti bahwa permohonan Anda terkirim. Ini bukan nomor registrasi.",
    en: "Proof that your application was submitted. It is not the registration number.",
  },
  "help.word.number": { id: "Nomor registrasi", en: "Registration number" },
  "help.word.number.meaning": {
    id: "Nomor yang diberikan instansi, biasanya setelah permohonan diterima.",
    en: "The number given by the institution, usually once the application is accepted.",
  },
  "help.word.returned": { id: "Dikembalikan", en: "Returned" },
  "help.word.returned.meaning": {
    id: "Petugas meminta Anda memperbaiki bagian yang ditandai, lalu mengirim lagi.",
    en: "The officer asks you to correct what was marked, and to submit again.",
  },
  "help.word.nik": { id: "NIK", en: "NIK" },
  "help.word.nik.meaning": {
    id: "Nomor Induk Kependudukan: 16 angka di KTP Anda.",
    en: "The national identity number: the 16 digits on your KTP.",
  },
} as const;
