/** Words of the pages of somebody's own account. */
export const accountTexts = {
  "account.email.label": { id: "Alamat e-mail", en: "E-mail address" },

  "account.identifier.label": {
    id: "E-mail, NIK, nomor HP, atau nomor registrasi",
    en: "E-mail, NIK, phone or registration number",
  },
  "account.identifier.hint": {
    id: "Cukup salah satu yang tercatat di akun Anda.",
    en: "Any one that your account is known by.",
  },

  "account.email.hint": {
    id: "Gunakan alamat pribadi yang Anda buka sendiri. Surat aktivasi dikirim ke sana.",
    en: "Use a personal address that you open yourself. The activation letter goes there.",
  },

  "account.name.label": { id: "Nama lengkap", en: "Full name" },
  "account.name.hint": {
    id: "Seperti tertulis di KTP, tanpa gelar.",
    en: "As written on your identity card, without titles.",
  },

  "account.password.label": { id: "Kata sandi", en: "Password" },
  "account.password.hint": {
    id: "Sedikitnya {least} karakter. Empat kata acak yang mudah Anda ingat sudah cukup; {kinds, plural, =1 {angka dan tanda tidak wajib} other {instansi Anda meminta # jenis karakter: huruf kecil, huruf besar, angka, atau tanda}}.",
    en: "At least {least} characters. Four random words that you remember will do; {kinds, plural, =1 {digits and signs are not required} other {your institution asks for # kinds of characters: small letters, capitals, digits or signs}}.",
  },

  "account.next.hint": {
    id: "Sedikitnya {least} karakter. Empat kata acak yang mudah Anda ingat sudah cukup; {kinds, plural, =1 {angka dan tanda tidak wajib} other {instansi Anda meminta # jenis karakter: huruf kecil, huruf besar, angka, atau tanda}}.",
    en: "At least {least} characters. Four random words that you remember will do; {kinds, plural, =1 {digits and signs are not required} other {your institution asks for # kinds of characters: small letters, capitals, digits or signs}}.",
  },
  "account.next.label": { id: "Kata sandi baru", en: "New password" },

  "account.present.label": { id: "Kata sandi sekarang", en: "Present password" },

  "account.code.label": { id: "Kode 6 angka", en: "6-digit code" },
  "account.code.hint": {
    id: "Buka aplikasi autentikator di ponsel Anda. Kode berganti setiap 30 detik.",
    en: "Open the authenticator app on your phone. The code changes every 30 seconds.",
  },

  "account.language.label": { id: "Bahasa surat dan halaman", en: "Language of letters and pages" },
  "account.language.hint": {
    id: "Surat berikutnya dikirim dalam bahasa ini.",
    en: "The next letters are sent in this language.",
  },

  "account.photo.label": { id: "Pilih foto", en: "Choose a photo" },
  "account.photo.hint": { id: "JPG atau PNG, paling besar 5 MB.", en: "JPG or PNG, at most 5 MB." },

  "account.password.show": { id: "Tampilkan", en: "Show" },
  "account.password.hide": { id: "Sembunyikan", en: "Hide" },
  "account.password.show_label": { id: "Tampilkan kata sandi", en: "Show password" },
  "account.password.hide_label": { id: "Sembunyikan kata sandi", en: "Hide password" },
  "account.password.shown": { id: "Kata sandi Anda terlihat", en: "Your password is visible" },
  "account.password.hidden": { id: "Kata sandi Anda tersembunyi", en: "Your password is hidden" },

  "account.error.missing": { id: "Isi {label}", en: "Enter your {label}" },
  "account.error.repeated": {
    id: "{label} terkirim dua kali dengan isi berbeda. Isi sekali lagi",
    en: "The {label} was sent twice with different contents. Enter it again",
  },
  "account.error.characters": {
    id: "{label} memuat karakter yang tidak dapat disimpan. Hapus dan ketik ulang",
    en: "The {label} has a character that cannot be stored. Delete it and type again",
  },
  "account.error.too_long": {
    id: "{label} paling panjang {max} karakter",
    en: "The {label} must be {max} characters or fewer",
  },
  "account.error.identifier": {
    id: "Tulis alamat e-mail, 16 angka NIK, nomor HP, atau nomor registrasi",
    en: "Enter an e-mail address, the 16 digits of a NIK, a phone number or a registration number",
  },
  "account.error.email": {
    id: "Tulis alamat e-mail dengan format yang benar, misalnya nama@contoh.co.id",
    en: "Enter an e-mail address in the right format, such as name@example.com",
  },
  "account.error.name": {
    id: "Nama hanya boleh berisi huruf, spasi, titik, koma, tanda petik, garis miring, dan tanda hubung",
    en: "A name may only have letters, spaces, full stops, commas, apostrophes, slashes and hyphens",
  },
  "account.error.agree": {
    id: "Centang untuk menyatakan setuju. Tanpa persetujuan, akun tidak dapat dibuat",
    en: "Tick the box to agree. Without it no account can be made",
  },
  "account.error.language": { id: "Pilih salah satu bahasa", en: "Choose one of the languages" },
  "account.error.code": {
    id: "Kode terdiri atas 6 angka, misalnya 123456",
    en: "The code has 6 digits, such as 123456",
  },
  "account.error.code_wrong": {
    id: "Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya lalu coba lagi",
    en: "The code does not match or was used already. Wait for the next one and try again",
  },
  "account.error.present_wrong": { id: "Kata sandi sekarang tidak cocok", en: "The present password does not match" },
  "account.error.login": {
    id: "Nama akun atau kata sandi tidak cocok. Periksa keduanya, atau pilih “Lupa kata sandi”",
    en: "The name of the account or the password does not match. Check both, or choose “Forgot your password”",
  },

  "account.problem.used": {
    id: "Kata sandi ini pernah Anda pakai. Pilih yang belum pernah",
    en: "You have used this password before. Choose one that is new",
  },
  "account.problem.nearly_present": {
    id: "Kata sandi ini hanya berbeda angka atau tanda dari yang sekarang. Pilih kata-kata lain",
    en: "This password differs from the present one only in digits or signs. Choose other words",
  },
  "account.problem.missing": { id: "Isi kata sandi", en: "Enter a password" },
  "account.problem.characters": {
    id: "Kata sandi memuat karakter yang tidak dapat disimpan. Pilih huruf, angka, spasi, atau tanda biasa",
    en: "The password has a character that cannot be stored. Use ordinary letters, digits, spaces or signs",
  },
  "account.problem.too_short": {
    id: "Kata sandi terlalu pendek. Pakai sedikitnya {least} karakter, misalnya empat kata acak",
    en: "The password is too short. Use at least {least} characters, such as four random words",
  },
  "account.problem.too_long": {
    id: "Kata sandi paling panjang 128 karakter",
    en: "The password must be 128 characters or fewer",
  },
  "account.problem.common": {
    id: "Kata sandi ini terdiri atas kata yang paling sering dipakai orang, sehingga mudah ditebak. Pilih kata-kata lain",
    en: "This password is made of words that most people use, so it is easily guessed. Choose other words",
  },
  "account.problem.personal": {
    id: "Kata sandi ini terlalu dekat dengan nama atau e-mail Anda. Pilih kata-kata lain",
    en: "This password is too close to your name or e-mail. Choose other words",
  },
  "account.problem.repeated": {
    id: "Kata sandi ini hanya mengulang potongan yang sama. Pilih kata-kata lain",
    en: "This password only repeats the same piece. Choose other words",
  },

  "account.done": { id: "Berhasil", en: "Success" },
  "account.important": { id: "Penting", en: "Important" },

  "account.error.recovery": {
    id: "Kode pemulihan ada 16 huruf dan angka",
    en: "A recovery code has 16 letters and digits",
  },
  "account.error.recovery_wrong": {
    id: "Kode pemulihan tidak cocok atau sudah pernah dipakai",
    en: "The recovery code does not match or was used before",
  },

  "account.confirm.title": { id: "Pastikan ini Anda", en: "Confirm that it is you" },
  "account.confirm.note": {
    id: "Yang Anda buka berikut ini penting bagi keamanan akun, jadi kami bertanya sekali lagi.",
    en: "What you open next matters for the security of your account, so we ask once more.",
  },

  "account.codes.title": { id: "Kode pemulihan Anda", en: "Your recovery codes" },
  "account.codes.warning": { id: "Penting", en: "Important" },
  "account.codes.once": {
    id: "Kode ini ditampilkan sekali ini saja. Cetak atau salin, lalu simpan terpisah dari ponsel Anda.",
    en: "These codes are shown only this once. Print or copy them, and keep them apart from your telephone.",
  },
  "account.codes.note": {
    id: "Tiap kode berlaku sekali, sebagai pengganti langkah kedua.",
    en: "Each code works once, in place of the second step.",
  },
  "account.codes.kept": { id: "Sudah saya simpan", en: "I have kept them" },

  "account.change.title": { id: "Ganti kata sandi", en: "Change password" },
  "account.change.note": {
    id: "Perangkat lain yang masih masuk akan dikeluarkan. Perangkat ini tetap masuk.",
    en: "Other devices that are still signed in will be signed out. This one stays signed in.",
  },
  "account.change.submit": { id: "Ganti kata sandi", en: "Change password" },
  "account.change.done": { id: "Kata sandi Anda sudah diganti.", en: "Your password has been changed." },

  "account.home.title": { id: "Beranda saya", en: "My home" },
  "account.home.greeting": { id: "Halo, {name}", en: "Hello, {name}" },
  "account.home.applications": { id: "Permohonan saya", en: "My applications" },
  "account.home.empty_title": { id: "Anda belum punya permohonan", en: "You have no applications yet" },
  "account.home.empty": {
    id: "Pilih program di portal, baca syaratnya, lalu tekan Mulai.",
    en: "Choose a program on the portal, read what it needs, and press Start.",
  },
  "account.home.to_portal": { id: "Lihat program", en: "See programs" },
  "account.home.changed": { id: "Diubah {when}", en: "Changed {when}" },
  "account.home.number": { id: "Nomor {number}", en: "Number {number}" },
  "account.home.receipt": { id: "Nomor tanda terima {number}", en: "Receipt number {number}" },
  "account.home.account": { id: "Akun", en: "Account" },
  "account.home.no_photo": { id: "Tambah foto", en: "Add a photo" },
  "account.home.photo_alt": { id: "Foto Anda", en: "Your photo" },
  "account.home.photo_checking": { id: "Foto Anda sedang diperiksa", en: "Your photo is being checked" },

  "account.next.continue": { id: "Lanjutkan mengisi", en: "Continue filling in" },
  "account.next.check": { id: "Periksa dan kirim", en: "Check and submit" },
  "account.next.correct": { id: "Perbaiki yang ditandai", en: "Correct what is marked" },
  "account.next.status": { id: "Lihat status", en: "See the status" },
  "account.next.receipt": { id: "Lihat tanda terima", en: "See the receipt" },
  "account.next.reasons": { id: "Lihat alasannya", en: "See the reasons" },

  "account.profile.title": { id: "Profil", en: "Profile" },
  "account.profile.submit": { id: "Simpan profil", en: "Save profile" },
  "account.profile.saved": { id: "Profil Anda sudah disimpan.", en: "Your profile has been saved." },

  "account.photo.title": { id: "Foto", en: "Photo" },
  "account.photo.submit": { id: "Simpan foto", en: "Save photo" },
  "account.photo.remove": { id: "Hapus foto", en: "Remove photo" },
  "account.photo.stored": { id: "Foto Anda sudah diterima.", en: "Your photo has been received." },
  "account.photo.removed": { id: "Foto Anda sudah dihapus.", en: "Your photo has been removed." },
  "account.photo.checking": {
    id: "Foto sedang diperiksa. Muat ulang halaman ini sebentar lagi.",
    en: "The photo is being checked. Reload this page in a moment.",
  },
  "account.photo.refused": {
    id: "Foto terakhir tidak dapat dipakai. Pilih foto lain.",
    en: "The last photo could not be used. Choose another.",
  },
  "account.photo.error.none": { id: "Pilih foto dahulu", en: "Choose a photo first" },
  "account.photo.error.too_large": {
    id: "Foto lebih besar dari 5 MB. Perkecil lalu coba lagi",
    en: "The photo is larger than 5 MB. Make it smaller and try again",
  },
  "account.photo.error.wrong_type": { id: "Foto harus berupa JPG atau PNG", en: "The photo must be a JPG or PNG" },
  "account.photo.error.broken": {
    id: "Foto tidak dapat dibaca. Pilih berkas lain",
    en: "The photo could not be read. Choose another file",
  },
  "account.photo.error.interrupted": {
    id: "Pengiriman terputus. Coba lagi",
    en: "The upload was interrupted. Try again",
  },
  "account.photo.uploading": { id: "Mengirim: %'{percent}'%", en: "Sending: %'{percent}'%" },
  "account.photo.progress": { id: "Kemajuan pengiriman", en: "Progress of the upload" },
} as const;
