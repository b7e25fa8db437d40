/** Words of the account pages. */
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
  "account.agree.label": { id: "Kebijakan privasi", en: "Privacy notice" },
  "account.agree.item": {
    id: "Saya sudah membaca kebijakan privasi dan setuju data saya diolah untuk pendaftaran",
    en: "I have read the privacy notice and agree that my data are used for registration",
  },
  "account.agree.read": { id: "Baca kebijakan privasi", en: "Read the privacy notice" },
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

  "account.register.title": { id: "Buat akun", en: "Create an account" },
  "account.register.intro": {
    id: "Satu akun untuk semua program. Anda memerlukan sekitar dua menit dan alamat e-mail yang dapat Anda buka.",
    en: "One account for all programs. You need about two minutes and an e-mail address that you can open.",
  },
  "account.register.submit": { id: "Buat akun", en: "Create account" },
  "account.register.have": { id: "Sudah punya akun?", en: "Do you have an account?" },
  "account.sent.title": { id: "Periksa e-mail Anda", en: "Check your e-mail" },
  "account.sent.to": { id: "Kami mengirim surat ke {email}.", en: "We have sent a letter to {email}." },
  "account.sent.to_typed": {
    id: "Kami mengirim surat ke alamat yang Anda tulis.",
    en: "We have sent a letter to the address you gave.",
  },
  "account.sent.activate": {
    id: "Buka surat itu dan tekan tombol Aktivasi. Tautannya berlaku 24 jam. Setelah itu Anda dapat masuk.",
    en: "Open it and press the button Activate. The link works for 24 hours. Then you can sign in.",
  },
  "account.sent.reset": {
    id: "Bila alamat itu terdaftar, suratnya memuat tautan untuk membuat kata sandi baru. Tautan berlaku 30 menit.",
    en: "If the address is registered, the letter has a link to choose a new password. The link works for 30 minutes.",
  },
  "account.sent.missing_title": { id: "Suratnya belum datang?", en: "No letter yet?" },
  "account.sent.missing": {
    id: "Tunggu lima menit dan lihat folder spam. Bila tetap tidak ada, periksa ejaan alamat dan ulangi.",
    en: "Wait five minutes and look in the spam folder. If it is still not there, check the spelling of the address and try again.",
  },
  "account.sent.again": { id: "Ulangi dengan alamat lain", en: "Try again with another address" },

  "account.activate.title": { id: "Aktivasi akun", en: "Activate your account" },
  "account.activate.text": {
    id: "Tekan tombol ini untuk menyatakan bahwa alamat e-mail ini milik Anda.",
    en: "Press the button to say that this e-mail address is yours.",
  },
  "account.activate.submit": { id: "Aktivasi", en: "Activate" },
  "account.activate.expired_title": {
    id: "Tautan aktivasi sudah tidak berlaku",
    en: "The activation link no longer works",
  },
  "account.activate.expired": {
    id: "Tautan hanya berlaku 24 jam dan sekali pakai. Minta surat baru; data yang Anda isi tetap tersimpan.",
    en: "A link works for 24 hours and once only. Ask for a new letter; what you filled in is kept.",
  },
  "account.activate.again": { id: "Kirim surat baru", en: "Send a new letter" },
  "account.activate.used_title": { id: "Akun ini sudah aktif", en: "This account is already active" },
  "account.activate.used": {
    id: "Tautan ini sudah dipakai. Anda dapat langsung masuk.",
    en: "This link was used before. You can sign in now.",
  },
  "account.activate.unknown_title": { id: "Tautan tidak dikenali", en: "We do not know this link" },
  "account.activate.unknown": {
    id: "Mungkin tautannya terpotong. Salin seluruh tautan dari surat, atau buat akun sekali lagi dengan alamat yang sama untuk mendapat surat baru.",
    en: "It may have been cut. Copy the whole link from the letter, or create the account once more with the same address to get a new letter.",
  },
  "account.activate.unknown_register": { id: "Buat akun", en: "Create an account" },

  "account.login.title": { id: "Masuk", en: "Sign in" },
  "account.login.submit": { id: "Masuk", en: "Sign in" },
  "account.login.forgot": { id: "Lupa kata sandi?", en: "Forgot your password?" },
  "account.login.no_account": { id: "Belum punya akun?", en: "No account yet?" },
  "account.login.register": { id: "Buat akun", en: "Create an account" },
  "account.login.activated": {
    id: "Akun Anda sudah aktif. Masuklah dengan e-mail dan kata sandi Anda.",
    en: "Your account is active. Sign in with your e-mail and password.",
  },
  "account.login.reset": {
    id: "Kata sandi Anda sudah diganti. Masuklah dengan kata sandi yang baru.",
    en: "Your password has been changed. Sign in with the new one.",
  },
  "account.login.signed_out": { id: "Anda sudah keluar.", en: "You are signed out." },
  "account.login.next": {
    id: "Masuk dahulu untuk membuka halaman itu. Setelah masuk, Anda langsung diantar ke sana.",
    en: "Sign in to open that page. You are taken there straight afterwards.",
  },
  "account.done": { id: "Berhasil", en: "Success" },
  "account.important": { id: "Penting", en: "Important" },
  "account.login.phishing": {
    id: "Kami tidak pernah meminta kata sandi lewat telepon, pesan, atau surat.",
    en: "We never ask for your password by phone, message or letter.",
  },

  "account.authenticator.text_own": {
    id: "Setelah ini, setiap kali masuk Anda memberi kata sandi, lalu kode 6 angka dari aplikasi di ponsel.",
    en: "After this, each time you sign in you give your password, then a 6-digit code from an app on your telephone.",
  },
  "account.factor.title": { id: "Kode autentikator", en: "Authenticator code" },
  "account.factor.submit": { id: "Lanjutkan", en: "Continue" },
  "account.factor.lost": {
    id: "Ponsel hilang atau diganti? Pakailah kode pemulihan. Bila tidak ada lagi, mintalah pengelola platform ini melepas autentikator Anda; sesudah itu Anda memasang yang baru.",
    en: "Lost or changed your phone? Use a recovery code. If none is left, ask the operator of this platform to remove your authenticator; you then set up a new one.",
  },
  "account.authenticator.title": { id: "Pasang autentikator", en: "Set up an authenticator" },
  "account.authenticator.text": {
    id: "Petugas masuk dengan dua langkah: kata sandi dan kode dari aplikasi autentikator di ponsel.",
    en: "Staff sign in with two steps: a password and a code from an authenticator app on the phone.",
  },
  "account.authenticator.step_scan": {
    id: "Pindai kode QR ini dengan aplikasi autentikator.",
    en: "Scan this QR code with your authenticator app.",
  },
  "account.authenticator.step_type": {
    id: "Tidak dapat memindai? Ketik kunci ini di aplikasi:",
    en: "Cannot scan? Type this key into the app:",
  },
  "account.authenticator.step_code": {
    id: "Tulis kode 6 angka yang muncul di aplikasi.",
    en: "Enter the 6-digit code that the app shows.",
  },
  "account.authenticator.qr": { id: "Kode QR untuk aplikasi autentikator", en: "QR code for the authenticator app" },
  "account.authenticator.submit": { id: "Pasang", en: "Set up" },
  "account.authenticator.replace": {
    id: "Anda sudah punya autentikator. Bila Anda memasang yang baru, yang lama tidak berlaku lagi.",
    en: "You have an authenticator already. When you set up a new one, the old one stops working.",
  },

  "account.forgot.title": { id: "Lupa kata sandi", en: "Forgot your password" },
  "account.forgot.intro": {
    id: "Tulis alamat e-mail akun Anda. Kami mengirim tautan untuk membuat kata sandi baru.",
    en: "Enter the e-mail address of your account. We send a link to choose a new password.",
  },
  "account.forgot.submit": { id: "Kirim tautan", en: "Send the link" },
  "account.reset.title": { id: "Buat kata sandi baru", en: "Choose a new password" },
  "account.reset.submit": { id: "Simpan kata sandi", en: "Save password" },
  "account.reset.note": {
    id: "Semua perangkat yang masih masuk akan dikeluarkan.",
    en: "Every device that is still signed in will be signed out.",
  },
  "account.reset.dead_title": { id: "Tautan ini sudah tidak berlaku", en: "This link no longer works" },
  "account.reset.dead": {
    id: "Tautan hanya berlaku 30 menit dan sekali pakai. Minta tautan baru.",
    en: "A link works for 30 minutes and once only. Ask for a new one.",
  },
  "account.reset.again": { id: "Minta tautan baru", en: "Ask for a new link" },

  "account.factor.to_recovery": { id: "Pakai kode pemulihan", en: "Use a recovery code" },
  "account.recovery.title": { id: "Kode pemulihan", en: "Recovery code" },
  "account.recovery.label": { id: "Kode pemulihan", en: "Recovery code" },
  "account.recovery.hint": {
    id: "Salah satu dari sepuluh kode yang Anda simpan, misalnya 4k7m-….",
    en: "One of the ten codes that you kept, such as 4k7m-….",
  },
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
  "account.security.title": { id: "Keamanan akun", en: "Account security" },
  "account.security.note": {
    id: "Langkah kedua melindungi akun Anda walaupun kata sandinya diketahui orang.",
    en: "A second step protects your account even when somebody knows its password.",
  },
  "account.security.password": { id: "Terpasang", en: "Set" },
  "account.security.change": { id: "Ganti", en: "Change" },
  "account.security.authenticator": { id: "Aplikasi autentikator", en: "Authenticator app" },
  "account.security.on": { id: "Terpasang", en: "Set up" },
  "account.security.off": { id: "Belum dipasang", en: "Not set up" },
  "account.security.set_up": { id: "Pasang", en: "Set up" },
  "account.security.replace": { id: "Ganti", en: "Replace" },
  "account.security.codes": { id: "Kode pemulihan", en: "Recovery codes" },
  "account.security.codes_left": {
    id: "{count} kode belum dipakai",
    en: "{count, plural, one {1 code} other {# codes}} not used yet",
  },
  "account.security.no_codes": {
    id: "Buat kode pemulihan sekarang. Tanpa kode itu, Anda tidak dapat masuk bila ponsel hilang.",
    en: "Make recovery codes now. Without them you cannot sign in when your telephone is lost.",
  },
  "account.security.make_codes": { id: "Buat sepuluh kode pemulihan", en: "Make ten recovery codes" },
  "account.security.make_codes_again": {
    id: "Buat kode baru (yang lama mati)",
    en: "Make new codes (the old ones end)",
  },
  "account.security.remove": { id: "Lepas autentikator", en: "Remove the authenticator" },
  "account.security.sessions": { id: "Di mana akun Anda sedang masuk", en: "Where your account is signed in" },
  "account.security.see": { id: "Lihat", en: "See" },
  "account.security.authenticator_done": { id: "Autentikator sudah terpasang.", en: "The authenticator is set up." },
  "account.security.removed_done": { id: "Autentikator sudah dilepas.", en: "The authenticator has been removed." },
  "account.security.passkeys": {
    id: "{count, plural, =0 {Belum ada} other {# kunci sandi}}",
    en: "{count, plural, =0 {None yet} one {1 passkey} other {# passkeys}}",
  },
  "account.security.manage": { id: "Kelola", en: "Manage" },
  "account.passkeys.title": { id: "Kunci sandi (passkey)", en: "Passkeys" },
  "account.passkeys.note": {
    id: "Dengan kunci sandi Anda masuk memakai sidik jari, wajah, atau PIN perangkat Anda sendiri, tanpa kata sandi. Penipu tidak dapat memintanya lewat telepon atau situs palsu.",
    en: "With a passkey you sign in by the fingerprint, face or PIN of your own device, without a password. Nobody can trick you out of it by telephone or on a false site.",
  },
  "account.passkeys.yours": { id: "Kunci sandi Anda", en: "Your passkeys" },
  "account.passkeys.column.name": { id: "Nama", en: "Name" },
  "account.passkeys.column.made": { id: "Dibuat", en: "Made" },
  "account.passkeys.column.used": { id: "Terakhir dipakai", en: "Last used" },
  "account.passkeys.column.action": { id: "Tindakan", en: "Action" },
  "account.passkeys.never": { id: "Belum pernah", en: "Never" },
  "account.passkeys.add": { id: "Tambah kunci sandi di perangkat ini", en: "Add a passkey on this device" },
  "account.passkeys.remove": { id: "Hapus", en: "Remove" },
  "account.passkeys.added": { id: "Kunci sandi sudah ditambahkan.", en: "The passkey has been added." },
  "account.passkeys.removed": { id: "Kunci sandi sudah dihapus.", en: "The passkey has been removed." },
  "account.passkeys.failed": {
    id: "Perangkat ini tidak jadi membuat kunci sandi. Coba lagi, atau pakai perangkat lain.",
    en: "This device did not make a passkey. Try again, or use another device.",
  },
  "account.passkeys.name_wrong": {
    id: "Beri nama kunci sandi, paling panjang 60 karakter",
    en: "Name the passkey, in at most 60 characters",
  },
  "account.passkeys.cut": {
    id: "Sambungan terputus atau halaman ini sudah terlalu lama terbuka. Muat ulang, lalu coba lagi.",
    en: "The line was cut, or this page was open for too long. Reload it and try again.",
  },
  "account.passkeys.no_script": {
    id: "Kunci sandi ditambahkan dari peramban yang mengenalnya dan menjalankan JavaScript. Aplikasi autentikator dapat dipakai tanpa itu.",
    en: "Passkeys are added from a browser that knows them and runs JavaScript. An authenticator app works without.",
  },
  "account.passkeys.login": { id: "Masuk dengan kunci sandi", en: "Sign in with a passkey" },
  "account.passkeys.login_failed": {
    id: "Kunci sandi itu tidak diterima. Coba lagi, atau masuk dengan kata sandi.",
    en: "That passkey was not accepted. Try again, or sign in with your password.",
  },
  "account.passkey.label": { id: "Nama kunci sandi", en: "Name of the passkey" },
  "account.passkey.hint": {
    id: "Supaya Anda mengenali perangkatnya nanti, misalnya Ponsel saya.",
    en: "So that you know the device later, such as My telephone.",
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

  "account.sessions.title": { id: "Perangkat yang masuk", en: "Signed-in devices" },
  "account.sessions.note": {
    id: "Di perangkat mana saja akun Anda sedang masuk, dan dari mana akun ini pernah masuk. Riwayat disimpan 90 hari.",
    en: "On which devices your account is signed in, and from where it signed in before. The history is kept for 90 days.",
  },
  "account.sessions.living": { id: "Sedang masuk", en: "Signed in now" },
  "account.sessions.history": { id: "Riwayat masuk", en: "Earlier sign-ins" },
  "account.sessions.column.device": { id: "Perangkat", en: "Device" },
  "account.sessions.column.address": { id: "Alamat jaringan", en: "Network address" },
  "account.sessions.column.logged_in": { id: "Masuk", en: "Signed in" },
  "account.sessions.column.seen": { id: "Terakhir dipakai", en: "Last used" },
  "account.sessions.column.action": { id: "Tindakan", en: "Action" },
  "account.sessions.here": { id: "{device} (perangkat ini)", en: "{device} (this device)" },
  "account.sessions.failed_before": {
    id: "{count} kali kata sandi salah sebelumnya",
    en: "{count, plural, one {1 wrong password} other {# wrong passwords}} before it",
  },
  "account.sessions.end": { id: "Keluarkan", en: "Sign out" },
  "account.sessions.end_others": { id: "Keluarkan semua perangkat lain", en: "Sign out all other devices" },
  "account.sessions.ended_one": { id: "Perangkat itu sudah dikeluarkan.", en: "That device has been signed out." },
  "account.sessions.ended_others": {
    id: "Semua perangkat lain sudah dikeluarkan.",
    en: "All other devices have been signed out.",
  },
  "account.sessions.not_me": {
    id: "Ada yang bukan Anda? Keluarkan perangkatnya, lalu",
    en: "Is one of them not you? Sign the device out, then",
  },

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
  "account.profile.email_note": {
    id: "Alamat e-mail dipakai untuk masuk dan hanya dapat diubah melalui sekretariat.",
    en: "The e-mail address is used to sign in and can only be changed through the secretariat.",
  },
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
