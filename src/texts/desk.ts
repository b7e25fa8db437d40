/** Words of the account desk, at which officers help people who cannot get into their account. */
export const deskTexts = {
  "desk.to_accounts": { id: "Bantuan akun", en: "Account help" },
  "desk.to_requests": { id: "Permintaan akun", en: "Account requests" },

  "desk.find.title": { id: "Bantu pemilik akun", en: "Help the owner of an account" },
  "desk.find.text": {
    id: "Cari akun orang yang punya permohonan di instansi Anda, dengan nama yang persis. Setiap pencarian dicatat beserta keperluannya.",
    en: "Find the account of somebody with an application at your institution, by its exact name. Each search is written down with its purpose.",
  },
  "desk.find.name": {
    id: "E-mail, NIK, nomor HP, atau nomor registrasi",
    en: "E-mail, NIK, phone or registration number",
  },
  "desk.find.name_hint": {
    id: "Seperti yang disebut pemiliknya. Mencari sebagian nama tidak bisa.",
    en: "As its owner tells it. Searching for a part of it is not possible.",
  },
  "desk.find.purpose": { id: "Untuk keperluan apa?", en: "What for?" },
  "desk.find.purpose_unlock": { id: "Membuka kunci kata sandi", en: "Unlocking the password" },
  "desk.find.purpose_reset": { id: "Memulai penggantian kata sandi", en: "Starting a new password" },
  "desk.find.button": { id: "Cari akun", en: "Find the account" },
  "desk.find.error_name": {
    id: "Tulis alamat e-mail, NIK, nomor HP, atau nomor registrasi yang lengkap",
    en: "Enter a whole e-mail address, NIK, phone or registration number",
  },
  "desk.find.error_purpose": { id: "Pilih keperluannya", en: "Choose what for" },
  "desk.find.none": {
    id: "Tidak ada akun pendaftar dengan nama ini yang punya permohonan di instansi Anda",
    en: "No applicant with an application at your institution has an account by this name",
  },

  "desk.account.title": { id: "Akun {name}", en: "Account of {name}" },
  "desk.account.back": { id: "Cari akun lain", en: "Find another account" },
  "desk.account.half_hour": {
    id: "Data disamarkan. Halaman ini terbuka untuk Anda selama 30 menit sejak pencarian.",
    en: "The data are masked. This page is open to you for 30 minutes from the search.",
  },
  "desk.account.caption": { id: "Yang perlu Anda ketahui", en: "What you need to know" },
  "desk.account.status": { id: "Keadaan akun", en: "State of the account" },
  "desk.account.status_pending": { id: "Belum diaktifkan lewat surat", en: "Not activated by letter yet" },
  "desk.account.status_active": { id: "Aktif", en: "Active" },
  "desk.account.status_closed": { id: "Ditutup", en: "Closed" },
  "desk.account.email": { id: "Alamat e-mail", en: "E-mail address" },
  "desk.account.email_since": { id: "{email}, sejak {day}", en: "{email}, since {day}" },
  "desk.account.phone": { id: "Nomor HP", en: "Phone" },
  "desk.account.no_phone": { id: "Tidak ada", en: "None" },
  "desk.account.password": { id: "Kata sandi di perangkat baru", en: "The password on new devices" },
  "desk.account.stopped": {
    id: "Terkunci setelah {failures} tebakan salah berturut-turut",
    en: "Stopped after {failures} wrong guesses in a row",
  },
  "desk.account.heard": {
    id: "Berlaku; {failures, plural, =0 {tidak ada tebakan salah} other {# tebakan salah berturut-turut}}",
    en: "Heard; {failures, plural, =0 {no wrong guesses} one {# wrong guess in a row} other {# wrong guesses in a row}}",
  },
  "desk.account.open_unlock": {
    id: "Pembukaan kunci sudah diminta dan menunggu petugas kedua.",
    en: "Unlocking was asked for and waits for a second officer.",
  },
  "desk.account.open_reset": {
    id: "Penggantian kata sandi sudah diminta dan menunggu petugas kedua.",
    en: "A new password was asked for and waits for a second officer.",
  },

  "desk.ask.title": { id: "Minta bantuan untuk akun ini", en: "Ask for help with this account" },
  "desk.ask.text": {
    id: "Petugas kedua harus menyetujui. Pemilik akun diberi tahu lewat surat.",
    en: "A second officer must agree. The owner is told by letter.",
  },
  "desk.ask.kind": { id: "Apa yang diminta?", en: "What is asked for?" },
  "desk.ask.kind_unlock": { id: "Buka kunci kata sandi", en: "Unlock the password" },
  "desk.ask.kind_unlock_hint": {
    id: "Kata sandi berlaku lagi di perangkat baru. Paling banyak dua kali seminggu.",
    en: "The password is heard again on new devices. Twice a week at most.",
  },
  "desk.ask.kind_reset": { id: "Mulai penggantian kata sandi", en: "Start a new password" },
  "desk.ask.kind_reset_hint": {
    id: "Surat dengan tautan dikirim ke alamat e-mail akun. Petugas tidak pernah tahu kata sandinya.",
    en: "A letter with a link goes to the e-mail address of the account. No officer ever knows the password.",
  },
  "desk.ask.nik": { id: "NIK pada KTP yang ditunjukkan", en: "NIK on the KTP that is shown" },
  "desk.ask.nik_hint": {
    id: "Hanya untuk penggantian kata sandi. 16 angka.",
    en: "For a new password only. 16 digits.",
  },
  "desk.ask.number": { id: "Nomor tanda terima atau nomor registrasi", en: "Receipt or registration number" },
  "desk.ask.number_hint": {
    id: "Hanya untuk penggantian kata sandi. Dari satu permohonannya di instansi Anda, misalnya R-7K3M9-QX2PA.",
    en: "For a new password only. Of one of their applications at your institution, such as R-7K3M9-QX2PA.",
  },
  "desk.ask.reason": { id: "Alasan", en: "Reason" },
  "desk.ask.reason_hint": {
    id: "Apa yang diceritakan pemiliknya, dan bagaimana Anda mengenalinya. Petugas kedua membacanya.",
    en: "What the owner told you, and how you know them. The second officer reads it.",
  },
  "desk.ask.button": { id: "Minta persetujuan petugas kedua", en: "Ask the second officer" },
  "desk.ask.error_kind": { id: "Pilih apa yang diminta", en: "Choose what is asked for" },
  "desk.ask.error_reason": { id: "Tulis alasannya", en: "Write the reason" },
  "desk.ask.error_nik": { id: "Tulis 16 angka NIK", en: "Enter the 16 digits of the NIK" },
  "desk.ask.error_number": {
    id: "Tulis nomor tanda terima atau nomor registrasi yang lengkap",
    en: "Enter the whole receipt or registration number",
  },
  "desk.ask.differs": {
    id: "Salah satu nomor tidak cocok dengan akun ini. Lima kali sehari dapat dicoba",
    en: "One of the numbers does not fit this account. Five tries a day are possible",
  },
  "desk.ask.young": {
    id: "Alamat e-mail akun ini belum 7 hari dipakai atau belum terbukti. Petugas belum boleh mengirim surat ke sana",
    en: "The e-mail address of this account is not seven days old or not proven. Officers may not send anything there yet",
  },
  "desk.ask.already": {
    id: "Hal yang sama sudah diminta dan menunggu petugas kedua",
    en: "The same was asked for already and waits for a second officer",
  },
  "desk.ask.done": {
    id: "Permintaan dicatat. Petugas lain menyetujuinya di Permintaan akun.",
    en: "The request is written down. Another officer confirms it at Account requests.",
  },

  "desk.requests.title": { id: "Permintaan akun", en: "Account requests" },
  "desk.requests.text": {
    id: "Yang diminta seorang petugas untuk pemilik akun, dan menunggu petugas kedua. Permintaan Anda sendiri disetujui orang lain.",
    en: "What an officer asked for the owner of an account, and waits for a second one. Somebody else confirms your own.",
  },
  "desk.requests.caption": {
    id: "{count, plural, other {# permintaan menunggu}}",
    en: "{count, plural, one {# request waits} other {# requests wait}}",
  },
  "desk.requests.column_what": { id: "Permintaan", en: "Request" },
  "desk.requests.column_asker": { id: "Diminta oleh", en: "Asked by" },
  "desk.requests.column_since": { id: "Sejak", en: "Since" },
  "desk.requests.you": { id: "Anda", en: "you" },
  "desk.requests.empty_title": { id: "Tidak ada permintaan", en: "No requests" },
  "desk.requests.empty": { id: "Tidak ada yang menunggu petugas kedua.", en: "Nothing waits for a second officer." },
  "desk.requests.confirmed": {
    id: "Permintaan disetujui. Pemilik akun diberi tahu lewat surat.",
    en: "The request is confirmed. The owner is told by letter.",
  },
  "desk.requests.refused": { id: "Permintaan ditolak.", en: "The request is refused." },

  "desk.request.back": { id: "Semua permintaan", en: "All requests" },
  "desk.request.asker": { id: "Diminta oleh", en: "Asked by" },
  "desk.request.asked": { id: "Diminta pada", en: "Asked at" },
  "desk.request.reason": { id: "Alasan", en: "Reason" },
  "desk.request.own": {
    id: "Anda sendiri yang meminta ini. Petugas lain yang menyetujui atau menolaknya.",
    en: "You asked for this yourself. Another officer confirms or refuses it.",
  },
  "desk.request.stale": {
    id: "Diminta lebih dari tiga hari lalu: hanya dapat ditolak, lalu diminta lagi.",
    en: "Asked more than three days ago: it can only be refused, and asked for again.",
  },
  "desk.request.which": { id: "Setujui permintaan ini?", en: "Confirm this request?" },
  "desk.request.confirm": { id: "Ya, setujui", en: "Yes, confirm" },
  "desk.request.refuse": { id: "Tidak, tolak", en: "No, refuse" },
  "desk.request.error_answer": { id: "Pilih setuju atau tolak", en: "Choose to confirm or to refuse" },
  "desk.request.button": { id: "Simpan keputusan", en: "Save the decision" },

  "refusal.request_stale.title": { id: "Permintaan ini terlalu lama menunggu", en: "This request waited too long" },
  "refusal.request_stale.text": {
    id: "Diminta lebih dari tiga hari lalu, maka hanya dapat ditolak. Petugas dapat memintanya lagi setelah memeriksa ulang.",
    en: "It was asked for more than three days ago and can only be refused. An officer may ask again after another check.",
  },
  "refusal.request_of_staff.title": { id: "Akun ini milik petugas", en: "This account belongs to staff" },
  "refusal.request_of_staff.text": {
    id: "Akun petugas tidak dibantu lewat meja ini. Admin instansinya yang mengurus.",
    en: "Accounts of staff are not helped at this desk. The administrator of their institution does it.",
  },

  "letter.by_staff": {
    id: "Diminta seorang petugas {institution} dan disetujui petugas kedua.",
    en: "Asked for by an officer of {institution} and confirmed by a second one.",
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
