/** Words of letters. */
export const letterTexts = {
  "letter.greeting": { id: "Yth. {name},", en: "Dear {name}," },
  "letter.plain_link": {
    id: "Bila tombolnya tidak dapat ditekan, salin tautan ini ke peramban Anda:",
    en: "If the button does not work, copy this link into your browser:",
  },
  "letter.never_share": {
    id: "Jangan bagikan tautan atau kata sandi Anda kepada siapa pun, termasuk yang mengaku petugas. Kami tidak pernah memintanya.",
    en: "Never share your link or password with anyone, even someone who claims to be an officer. We never ask for it.",
  },
  "letter.footer": {
    id: "Surat ini dikirim otomatis oleh Daftar. Balasan tidak dibaca.",
    en: "This letter was sent by Daftar by itself. Replies are not read.",
  },
  "letter.program": { id: "Program: {title}", en: "Program: {title}" },
  "letter.receipt": { id: "Nomor tanda terima: {number}", en: "Receipt number: {number}" },
  "letter.number": { id: "Nomor: {number}", en: "Number: {number}" },

  "letter.activate.subject": { id: "Aktivasi akun Daftar Anda", en: "Activate your Daftar account" },
  "letter.activate.heading": { id: "Tinggal satu langkah", en: "One step left" },
  "letter.activate.text": {
    id: "Tekan tombol Aktivasi untuk menyatakan bahwa alamat e-mail ini milik Anda. Tautannya berlaku 24 jam dan sekali pakai.",
    en: "Press the button Activate to say that this e-mail address is yours. The link works for 24 hours and once only.",
  },
  "letter.activate.button": { id: "Aktivasi", en: "Activate" },
  "letter.activate.note": {
    id: "Bila bukan Anda yang mendaftar, abaikan surat ini; akun itu tidak akan aktif.",
    en: "If it was not you who registered, ignore this letter; the account will not become active.",
  },

  "letter.already_registered.subject": { id: "Anda sudah punya akun Daftar", en: "You already have a Daftar account" },
  "letter.already_registered.heading": { id: "Anda sudah punya akun", en: "You already have an account" },
  "letter.already_registered.text": {
    id: "Seseorang, mungkin Anda sendiri, mencoba membuat akun dengan alamat ini. Akun Anda sudah ada dan tidak berubah. Masuklah seperti biasa; bila lupa kata sandi, pilih “Lupa kata sandi” di halaman masuk.",
    en: "Someone, perhaps you, tried to create an account with this address. Your account exists and has not changed. Sign in as usual; if you forgot the password, choose “Forgot your password” on the sign-in page.",
  },
  "letter.already_registered.button": { id: "Masuk", en: "Sign in" },
  "letter.already_registered.note": {
    id: "Bila bukan Anda, tidak ada yang perlu dilakukan.",
    en: "If it was not you, there is nothing to do.",
  },

  "letter.reset.subject": { id: "Buat kata sandi baru", en: "Choose a new password" },
  "letter.reset.heading": { id: "Buat kata sandi baru", en: "Choose a new password" },
  "letter.reset.text": {
    id: "Kami menerima permintaan kata sandi baru untuk akun Anda. Tautannya berlaku 30 menit dan sekali pakai.",
    en: "We were asked for a new password for your account. The link works for 30 minutes and once only.",
  },
  "letter.reset.button": { id: "Reset kata sandi", en: "Reset password" },
  "letter.reset.note": {
    id: "Bila bukan Anda yang meminta, abaikan surat ini; kata sandi Anda tidak berubah.",
    en: "If you did not ask for this, ignore this letter; your password stays as it is.",
  },

  "letter.password_changed.subject": { id: "Kata sandi Anda diganti", en: "Your password was changed" },
  "letter.password_changed.heading": { id: "Kata sandi Anda diganti", en: "Your password was changed" },
  "letter.password_changed.text": {
    id: "Kata sandi akun Daftar Anda baru saja diganti, dan perangkat lain dikeluarkan. Bila itu Anda, tidak ada yang perlu dilakukan.",
    en: "The password of your Daftar account has just been changed, and other devices were signed out. If that was you, there is nothing to do.",
  },
  "letter.password_changed.button": {
    id: "Bukan saya: buat kata sandi baru",
    en: "It was not me: choose a new password",
  },
  "letter.password_changed.note": {
    id: "Bila bukan Anda, segera buat kata sandi baru dengan tombol di atas.",
    en: "If it was not you, choose a new password at once with the button above.",
  },

  "letter.new_device.subject": {
    id: "Akun Anda masuk dari perangkat baru",
    en: "Your account signed in on a new device",
  },
  "letter.new_device.heading": { id: "Masuk dari perangkat baru", en: "Signed in on a new device" },
  "letter.new_device.text": {
    id: "Akun Daftar Anda baru saja dipakai masuk dari peramban yang belum pernah dipakai sebelumnya. Bila itu Anda, tidak ada yang perlu dilakukan.",
    en: "Your Daftar account has just signed in from a browser that was never used before. If that was you, there is nothing to do.",
  },
  "letter.new_device.button": { id: "Lihat perangkat yang masuk", en: "See signed-in devices" },
  "letter.new_device.note": {
    id: "Bila bukan Anda: keluarkan perangkat itu dengan tombol di atas, lalu ganti kata sandi.",
    en: "If it was not you: sign that device out with the button above, then change your password.",
  },
  "letter.factor_added.subject": { id: "Langkah kedua dipasang", en: "A second step was set up" },
  "letter.factor_added.heading": { id: "Langkah kedua dipasang", en: "A second step was set up" },
  "letter.factor_added.text": {
    id: "Mulai sekarang akun Daftar Anda meminta langkah kedua setelah kata sandi. Bila itu Anda, tidak ada yang perlu dilakukan.",
    en: "From now on your Daftar account asks for a second step after the password. If that was you, there is nothing to do.",
  },
  "letter.factor_added.button": { id: "Lihat keamanan akun", en: "See account security" },
  "letter.factor_added.note": {
    id: "Bila bukan Anda, segera ganti kata sandi dan keluarkan semua perangkat lain.",
    en: "If it was not you, change your password at once and sign out all other devices.",
  },
  "letter.factor_removed.subject": { id: "Langkah kedua dilepas", en: "A second step was removed" },
  "letter.factor_removed.heading": { id: "Langkah kedua dilepas", en: "A second step was removed" },
  "letter.factor_removed.text": {
    id: "Satu langkah kedua di akun Daftar Anda baru saja dilepas. Bila itu Anda, tidak ada yang perlu dilakukan.",
    en: "A second step of your Daftar account has just been removed. If that was you, there is nothing to do.",
  },
  "letter.factor_removed.button": { id: "Lihat keamanan akun", en: "See account security" },
  "letter.factor_removed.note": {
    id: "Bila bukan Anda, segera ganti kata sandi dan keluarkan semua perangkat lain.",
    en: "If it was not you, change your password at once and sign out all other devices.",
  },
  "letter.recovery_code_used.subject": { id: "Kode pemulihan dipakai", en: "A recovery code was used" },
  "letter.recovery_code_used.heading": { id: "Kode pemulihan dipakai", en: "A recovery code was used" },
  "letter.recovery_code_used.text": {
    id: "Seseorang baru saja masuk ke akun Daftar Anda dengan kata sandi dan satu kode pemulihan. Bila itu Anda, pasanglah lagi langkah kedua Anda.",
    en: "Somebody has just signed in to your Daftar account with the password and a recovery code. If that was you, set up your second step again.",
  },
  "letter.recovery_code_used.button": { id: "Lihat keamanan akun", en: "See account security" },
  "letter.recovery_code_used.note": {
    id: "Bila bukan Anda, segera ganti kata sandi dan keluarkan semua perangkat lain.",
    en: "If it was not you, change your password at once and sign out all other devices.",
  },
  "letter.device": { id: "Perangkat: {device}", en: "Device: {device}" },
  "letter.place": { id: "Tempat (kira-kira): {place}", en: "Place (roughly): {place}" },
  "letter.place_credit": { id: "Tempat menurut: {credit}", en: "Place according to: {credit}" },
  "letter.network": { id: "Alamat jaringan: {address}", en: "Network address: {address}" },
  "letter.when": { id: "Waktu: {moment}", en: "Time: {moment}" },

  "letter.tickets_overdue.subject": { id: "Tiket yang terlambat dijawab", en: "Tickets that are overdue" },
  "letter.tickets_overdue.heading": { id: "Tiket yang terlambat dijawab", en: "Tickets that are overdue" },
  "letter.tickets_overdue.text": {
    id: "Pertanyaan dengan nomor berikut belum dijawab pada waktu yang dijanjikan instansi Anda. Di konsol, tiket ini ada di paling atas daftar petugas.",
    en: "The questions with these numbers were not answered in the time that your institution promises. In the console they stand on top of the agents' list.",
  },
  "letter.tickets_overdue.button": { id: "Buka konsol", en: "Open the console" },
  "letter.tickets_overdue.note": {
    id: "Anda menerima surat ini sebagai admin instansi, satu kali untuk setiap tiket.",
    en: "You get this letter as an administrator of the institution, once for each ticket.",
  },
  "letter.submitted.subject": { id: "Permohonan Anda sudah kami terima", en: "We have received your application" },
  "letter.submitted.heading": { id: "Permohonan terkirim", en: "Application submitted" },
  "letter.submitted.text": {
    id: "Permohonan Anda sudah masuk dan menunggu pemeriksaan. Kami mengabari Anda begitu ada hasilnya; Anda tidak perlu mengirim ulang.",
    en: "Your application has arrived and waits to be checked. We tell you as soon as there is a result; you need not send it again.",
  },
  "letter.submitted.button": { id: "Lihat tanda terima", en: "See the receipt" },
  "letter.submitted.note": { id: "Simpan surat ini sebagai bukti.", en: "Keep this letter as proof." },

  "letter.returned.subject": { id: "Permohonan Anda perlu diperbaiki", en: "Your application needs correction" },
  "letter.returned.heading": { id: "Ada yang perlu diperbaiki", en: "Something needs correction" },
  "letter.returned.text": {
    id: "Petugas menandai bagian berikut. Perbaiki hanya yang ditandai, lalu kirim kembali; isian lain tetap tersimpan.",
    en: "The officer marked the following. Correct only what is marked and send it again; everything else is kept.",
  },
  "letter.returned.button": { id: "Perbaiki sekarang", en: "Correct it now" },
  "letter.returned.note": { id: "Permohonan Anda tidak ditolak.", en: "Your application has not been rejected." },

  "letter.accepted.subject": { id: "Permohonan Anda diterima", en: "Your application has been accepted" },
  "letter.accepted.heading": { id: "Selamat, permohonan Anda diterima", en: "Your application has been accepted" },
  "letter.accepted.text": {
    id: "Permohonan Anda sudah diperiksa dan diterima. Simpan nomor di bawah ini.",
    en: "Your application has been checked and accepted. Keep the number below.",
  },
  "letter.accepted.button": { id: "Lihat tanda terima", en: "See the receipt" },
  "letter.accepted.note": { id: "Nomor ini hanya berlaku untuk Anda.", en: "This number is for you alone." },

  "letter.rejected.subject": { id: "Hasil permohonan Anda", en: "The result of your application" },
  "letter.rejected.heading": {
    id: "Permohonan Anda belum dapat diterima",
    en: "Your application could not be accepted",
  },
  "letter.rejected.text": {
    id: "Permohonan Anda sudah diperiksa dan tidak dapat diterima karena hal berikut.",
    en: "Your application has been checked and could not be accepted for these reasons.",
  },
  "letter.rejected.button": { id: "Lihat rinciannya", en: "See the details" },
  "letter.rejected.note": {
    id: "Bila ada yang tidak jelas, hubungi instansi lewat halaman bantuan.",
    en: "If something is unclear, ask the institution through the help page.",
  },
} as const;
