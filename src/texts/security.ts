/** Words of the pages that keep an account safe: devices, passkeys and the authenticator. */
export const securityTexts = {
  "account.authenticator.text_own": {
    id: "Setelah ini, setiap kali masuk Anda memberi kata sandi, lalu kode 6 angka dari aplikasi di ponsel.",
    en: "After this, each time you sign in you give your password, then a 6-digit code from an app on your telephone.",
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

  "account.sessions.title": { id: "Perangkat yang masuk", en: "Signed-in devices" },
  "account.sessions.note": {
    id: "Di perangkat mana saja akun Anda sedang masuk, dan dari mana akun ini pernah masuk. Riwayat disimpan 90 hari.",
    en: "On which devices your account is signed in, and from where it signed in before. The history is kept for 90 days.",
  },
  "account.sessions.place_note": {
    id: "Tempat diperkirakan dari alamat jaringan dan bisa meleset, sebab operator memakai satu alamat untuk banyak daerah. Alamatnya tidak dikirim ke siapa pun.",
    en: "The place is guessed from the network address and may be wrong, since operators use one address for many regions. The address is sent to nobody.",
  },
  "account.sessions.place_credit": { id: "Tempat menurut", en: "Places according to" },
  "places.own": { id: "Komputer layanan ini sendiri", en: "The computer of this service itself" },
  "places.local": { id: "Jaringan setempat", en: "A local network" },
  "places.unknown": { id: "Tempat tidak diketahui", en: "Place not known" },
  "account.sessions.living": { id: "Sedang masuk", en: "Signed in now" },
  "account.sessions.history": { id: "Riwayat masuk", en: "Earlier sign-ins" },
  "account.sessions.column.device": { id: "Perangkat", en: "Device" },
  "account.sessions.column.place": { id: "Tempat (kira-kira)", en: "Place (roughly)" },
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
} as const;
