/** Words of the account desk, at which officers help people who cannot get into their account. */
export const deskTexts = {
  "desk.to_accounts": { id: "Bantuan akun", en: "Account help" },
  "desk.to_requests": { id: "Permintaan akun", en: "Account requests" },

  "desk.find.title": { id: "Bantu pemilik akun", en: "Help the owner of an account" },
  "desk.find.text": {
    id: "Cari akun orang yang punya permohonan, nomor lama yang terbukti, atau pertanyaan yang belum dijawab di instansi Anda, dengan nama yang persis. Setiap pencarian dicatat beserta keperluannya.",
    en: "Find the account of somebody with an application, a proven number of before or a question that waits at your institution, by its exact name. Each search is written down with its purpose.",
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
  "desk.find.purpose_email": { id: "Mengganti alamat e-mail", en: "Changing the e-mail address" },
  "desk.find.button": { id: "Cari akun", en: "Find the account" },
  "desk.find.error_name": {
    id: "Tulis alamat e-mail, NIK, nomor HP, atau nomor registrasi yang lengkap",
    en: "Enter a whole e-mail address, NIK, phone or registration number",
  },
  "desk.find.error_purpose": { id: "Pilih keperluannya", en: "Choose what for" },
  "desk.find.none": {
    id: "Tidak ada akun dengan nama ini yang punya permohonan, nomor lama, atau pertanyaan yang belum dijawab di instansi Anda",
    en: "Nobody with an application, a number of before or a question that waits at your institution has an account by this name",
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

  "desk.account.open_email": {
    id: "Penggantian alamat e-mail sudah diminta dan menunggu petugas kedua.",
    en: "Another e-mail address was asked for and waits for a second officer.",
  },

  "desk.address.link": { id: "Ganti alamat e-mail akun ini", en: "Change the e-mail address of this account" },
  "desk.address.title": { id: "Ganti alamat e-mail", en: "Change the e-mail address" },
  "desk.address.back": { id: "Kembali ke akun", en: "Back to the account" },
  "desk.address.text": {
    id: "Untuk pemilik yang kehilangan alamat lamanya. Petugas kedua harus menyetujui; alamat lama diberi tahu dan punya 72 jam untuk keberatan; alamat baru dibuktikan lewat surat. Sebelum itu semua, tidak ada yang berubah.",
    en: "For owners who lost the old address. A second officer must agree; the old address is told and has 72 hours to object; the new one is proved by a letter. Before all of that nothing changes.",
  },
  "desk.address.email": { id: "Alamat e-mail baru", en: "New e-mail address" },
  "desk.address.email_hint": {
    id: "Seperti yang disebut pemiliknya, misalnya nama@contoh.id.",
    en: "As its owner tells it, such as name@example.id.",
  },
  "desk.address.error_email": {
    id: "Tulis alamat e-mail yang lengkap, misalnya nama@contoh.id",
    en: "Enter a whole e-mail address, such as name@example.id",
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
  "desk.ask.kind_email": { id: "Ganti alamat e-mail", en: "Change the e-mail address" },
  "desk.ask.nik": { id: "NIK pada KTP yang ditunjukkan", en: "NIK on the KTP that is shown" },
  "desk.ask.nik_hint": { id: "16 angka.", en: "16 digits." },
  "desk.ask.birth_date": {
    id: "Tanggal lahir pada KTP yang ditunjukkan",
    en: "Date of birth on the KTP that is shown",
  },
  "desk.ask.birth_date_hint": {
    id: "Misalnya 17-05-1990. Akun ini tidak punya NIK, jadi tanggal lahir dari permohonannya yang dicocokkan.",
    en: "For example 17-05-1990. This account has no NIK, so the date of birth of its application is compared.",
  },
  "desk.ask.for_reset": {
    id: "Hanya untuk penggantian kata sandi dan langkah kedua.",
    en: "For a new password and a lost second factor only.",
  },
  "desk.ask.number": {
    id: "Nomor tanda terima, registrasi atau tiket",
    en: "Number of a receipt, a registration or a ticket",
  },
  "desk.ask.number_hint": {
    id: "Dari satu permohonannya di instansi Anda, misalnya R-7K3M9-QX2PA, atau dari tiket yang ia kirim sendiri setelah masuk.",
    en: "Of one of their applications at your institution, such as R-7K3M9-QX2PA, or of a ticket that they sent while signed in.",
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
  "desk.ask.error_birth_date": {
    id: "Tulis tanggal lahir seperti 17-05-1990",
    en: "Enter the date of birth as 17-05-1990",
  },
  "desk.ask.error_number": {
    id: "Tulis nomor tanda terima atau nomor registrasi yang lengkap",
    en: "Enter the whole receipt or registration number",
  },
  "desk.ask.differs": {
    id: "Salah satu dari keduanya tidak cocok dengan akun ini. Lima kali sehari dapat dicoba",
    en: "One of the two does not fit this account. Five tries a day are possible",
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

  "address_change.proof.title": { id: "Pakai alamat e-mail ini", en: "Use this e-mail address" },
  "address_change.proof.text": {
    id: "{to} akan menjadi alamat e-mail akun Daftar yang dimintakan petugas, paling cepat {moment}. Bila Anda tidak meminta ini, tutup saja halaman ini.",
    en: "{to} will become the e-mail address of the Daftar account for which an officer asked, at {moment} at the earliest. If you did not ask for it, just close this page.",
  },
  "address_change.proof.button": { id: "Ya, ini alamat saya", en: "Yes, this is my address" },
  "address_change.objection.title": { id: "Keberatan atas penggantian alamat", en: "Object to another address" },
  "address_change.objection.text": {
    id: "Petugas meminta agar alamat e-mail akun Anda menjadi {to}, paling cepat {moment}. Bila bukan Anda yang meminta, tekan tombol ini: alamat Anda tetap seperti sekarang.",
    en: "An officer asked that the e-mail address of your account become {to}, at {moment} at the earliest. If that was not you, press the button: your address stays as it is.",
  },
  "address_change.objection.button": { id: "Saya keberatan, jangan diganti", en: "I object, do not change it" },
  "address_change.proved.title": { id: "Alamat Anda terbukti", en: "Your address is proved" },
  "address_change.proved.text": {
    id: "{to} menjadi alamat akun paling cepat {moment}, bila tidak ada keberatan dari alamat lama. Sesudah itu pakailah Lupa kata sandi bila perlu.",
    en: "{to} becomes the address of the account at {moment} at the earliest, if nobody objects at the old address. After that use Forgot the password if you need to.",
  },
  "address_change.objected.title": { id: "Alamat tidak diganti", en: "The address is not changed" },
  "address_change.objected.text": {
    id: "Ada keberatan dari alamat lama, maka alamat akun tetap seperti semula. Bila ada yang mencoba mengambil akun Anda, gantilah kata sandi dan hubungi bantuan.",
    en: "Somebody objected at the old address, so the address of the account stays as it was. If somebody tries to take your account, change the password and ask for help.",
  },
  "address_change.done.title": { id: "Alamat sudah diganti", en: "The address is changed" },
  "address_change.done.text": {
    id: "Akun sudah memakai alamat e-mail yang baru. Bila bukan Anda yang meminta, segera hubungi bantuan.",
    en: "The account has its new e-mail address. If you did not ask for that, reach us for help at once.",
  },
  "address_change.void.title": { id: "Alamat tidak diganti", en: "The address is not changed" },
  "address_change.void.text": {
    id: "Penggantian ini tidak berlaku lagi: sementara itu pemilik akun memilih alamat lain, atau alamat ini dipakai akun lain.",
    en: "This change holds no longer: meanwhile the owner of the account chose another address, or another account has this one.",
  },
  "address_change.taken.title": { id: "Alamat ini sudah dipakai", en: "This address is in use" },
  "address_change.taken.text": {
    id: "Alamat ini sudah milik sebuah akun Daftar. Masuklah dengan alamat ini, atau sebutkan alamat lain kepada petugas.",
    en: "This address belongs to a Daftar account already. Sign in with it, or give the officer another one.",
  },
  "address_change.late.title": { id: "Tautan sudah kedaluwarsa", en: "This link has expired" },
  "address_change.late.text": {
    id: "Tautan berlaku tujuh hari. Mintalah sekali lagi kepada petugas.",
    en: "The link worked for seven days. Ask the officer once more.",
  },
  "address_change.unknown.title": { id: "Tautan tidak dikenali", en: "We do not know this link" },
  "address_change.unknown.text": {
    id: "Salin tautan dari surat secara utuh, lalu coba lagi.",
    en: "Copy the whole link from the letter and try again.",
  },

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
} as const;
