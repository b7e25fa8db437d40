/** Words around every page, and the pages of refusals. */
export const frameTexts = {
  "frame.service": { id: "Daftar", en: "Daftar" },
  "frame.portal": { id: "Portal pendaftaran", en: "Registration portal" },
  "frame.error_prefix": { id: "Kesalahan", en: "Error" },
  "frame.skip": { id: "Langsung ke isi", en: "Skip to main content" },
  "frame.back": { id: "Kembali", en: "Back" },
  "frame.navigation": { id: "Menu utama", en: "Main menu" },
  "frame.menu": { id: "Menu", en: "Menu" },
  "frame.programs": { id: "Program", en: "Programs" },
  "frame.console": { id: "Konsol petugas", en: "Staff console" },
  "frame.help": { id: "Bantuan", en: "Help" },
  "frame.language_id": { id: "Bahasa Indonesia", en: "Bahasa Indonesia" },
  "frame.language_en": { id: "English", en: "English" },
  "frame.account": { id: "Akun saya", en: "My account" },
  "frame.home": { id: "Beranda saya", en: "My home" },
  "frame.profile": { id: "Profil", en: "Profile" },
  "frame.security": { id: "Keamanan akun", en: "Account security" },
  "frame.password": { id: "Ganti kata sandi", en: "Change password" },
  "frame.sign_in": { id: "Masuk", en: "Sign in" },
  "frame.sign_out": { id: "Keluar", en: "Sign out" },
  "frame.to_portal": { id: "Ke portal pendaftaran", en: "To the registration portal" },
  "frame.privacy": { id: "Kebijakan privasi", en: "Privacy" },
  "frame.accessibility": { id: "Aksesibilitas", en: "Accessibility" },
  "frame.phishing": { id: "Waspada penipuan", en: "Beware of fraud" },
  "frame.note": {
    id: "Nama wilayah bersumber dari idn-area-data (ODbL 1.0).",
    en: "Names of regions come from idn-area-data (ODbL 1.0).",
  },
  "frame.errors_title": {
    id: "{count, plural, =1 {Ada satu yang perlu diperbaiki} other {Ada # yang perlu diperbaiki}}",
    en: "{count, plural, one {There is one problem} other {There are # problems}}",
  },

  "held.title": { id: "Isian Anda masih ada", en: "What you typed is still here" },
  "held.text": {
    id: "Isian ini dikirim dari halaman yang dibuka sebelum Anda masuk kembali. Kami menyimpannya untuk Anda. Tekan tombol di bawah untuk mengirimnya sekarang.",
    en: "This was sent from a page that you opened before you signed in again. We kept it for you. Press the button to send it now.",
  },
  "held.send": { id: "Kirim isian saya", en: "Send what I typed" },
  "held.discard": { id: "Abaikan", en: "Discard" },

  "typed.label": { id: "Yang Anda ketik", en: "What you typed" },
  "typed.again": {
    id: "Ini belum tentu tersimpan. Tekan tombol di bawah untuk mengirimnya lagi, atau salin dari sini.",
    en: "This may not have been saved. Press the button below to send it again, or copy it from here.",
  },
  "typed.copy": {
    id: "Kiriman ini tidak diterima. Salin dari sini bila masih Anda perlukan.",
    en: "This was not taken. Copy it from here if you still need it.",
  },

  "refusal.not_found.title": { id: "Halaman tidak ditemukan", en: "Page not found" },
  "refusal.not_found.text": {
    id: "Alamat ini tidak ada, atau bukan untuk akun Anda. Periksa kembali tautannya, atau mulai dari beranda.",
    en: "This address does not exist, or is not for your account. Check the link, or start from home.",
  },
  "refusal.not_allowed.title": { id: "Anda tidak berhak membuka halaman ini", en: "You may not open this page" },
  "refusal.not_allowed.text": {
    id: "Peran Anda tidak mencakup tindakan ini. Bila Anda memerlukannya, mintalah kepada admin instansi Anda.",
    en: "Your role does not cover this. If you need it, ask the administrator of your institution.",
  },
  "refusal.forged.title": { id: "Formulir ini sudah kedaluwarsa", en: "This form has expired" },
  "refusal.forged.text": {
    id: "Demi keamanan, formulir hanya diterima dari halaman yang Anda buka sendiri. Kembali ke halaman sebelumnya, muat ulang, lalu kirim lagi. Isian yang sudah tersimpan tidak hilang.",
    en: "For safety, a form is only taken from a page that you opened yourself. Go back, reload, and send it again. What was saved is not lost.",
  },
  "refusal.wrong_form.title": { id: "Kiriman tidak dapat dibaca", en: "This could not be read" },
  "refusal.wrong_form.text": {
    id: "Kembali ke halaman sebelumnya dan kirim formulirnya sekali lagi.",
    en: "Go back and send the form once more.",
  },
  "refusal.form_too_large.title": { id: "Isian terlalu panjang", en: "This is too long" },
  "refusal.form_too_large.text": {
    id: "Kembali ke halaman sebelumnya dan pendekkan isian Anda. Isian yang sudah tersimpan tidak hilang.",
    en: "Go back and shorten what you wrote. What was saved is not lost.",
  },
  "refusal.too_many.title": { id: "Terlalu banyak percobaan", en: "Too many tries" },
  "refusal.too_many.text": {
    id: "{minutes, plural, other {Tunggu # menit, lalu coba lagi. Data Anda aman.}}",
    en: "{minutes, plural, one {Wait one minute, then try again. Your data are safe.} other {Wait # minutes, then try again. Your data are safe.}}",
  },
  "refusal.too_many.hours": {
    id: "{hours, plural, other {Tunggu # jam, lalu coba lagi. Data Anda aman.}}",
    en: "{hours, plural, one {Wait one hour, then try again. Your data are safe.} other {Wait # hours, then try again. Your data are safe.}}",
  },
  "refusal.password_stopped.title": {
    id: "Kata sandi tidak berlaku di perangkat ini",
    en: "The password does not work on this device",
  },
  "refusal.password_stopped.text": {
    id: "Kata sandi untuk nama akun ini sudah terlalu sering ditebak. Masuklah dari perangkat yang pernah Anda pakai, dengan kunci sandi, atau ganti kata sandi lewat surat di halaman Lupa kata sandi. Data Anda aman.",
    en: "The password for this name has been guessed at too often. Sign in from a device that you used before or with a passkey, or set a new password by letter at Forgot password. Your data are safe.",
  },
  "refusal.busy.title": { id: "Layanan sedang sangat ramai", en: "The service is very busy" },
  "refusal.busy.text": {
    id: "Tunggu sebentar, lalu coba lagi. Yang sudah tersimpan tidak hilang.",
    en: "Wait a moment, then try again. What was saved is not lost.",
  },
  "refusal.broken.title": { id: "Terjadi gangguan pada layanan", en: "Something went wrong on our side" },
  "refusal.broken.text": {
    id: "Ini bukan kesalahan Anda. Yang sudah tersimpan tidak hilang. Coba lagi beberapa saat lagi.",
    en: "This is not your fault. What was saved is not lost. Try again in a moment.",
  },
} as const;
