/** What somebody reads before a program that must know more of them than an e-mail address. */
export const identityTexts = {
  "identity.title": { id: "Sebelum mulai", en: "Before you start" },
  "identity.intro": {
    id: "Program ini perlu mengetahui dengan pasti siapa yang mendaftar. Yang masih kurang:",
    en: "This program must know for certain who applies. What is still missing:",
  },
  "identity.need.email": { id: "Alamat e-mail yang terbukti milik Anda", en: "An e-mail address proven to be yours" },
  "identity.need.phone": {
    id: "Nomor HP yang terbukti milik Anda",
    en: "A mobile number proven to be yours",
  },
  "identity.need.passkey": {
    id: "Kunci sandi: sidik jari atau wajah di perangkat Anda sendiri",
    en: "A passkey: your fingerprint or face on your own device",
  },
  "identity.need.factor": { id: "Langkah kedua saat masuk", en: "A second step at sign-in" },
  "identity.why.email": {
    id: "Semua pemberitahuan dikirim ke sana. Buka tautan aktivasi di surat yang kami kirim.",
    en: "Everything is told there. Open the activation link in the letter that we sent.",
  },
  "identity.why.phone": {
    id: "Program ini menghubungi Anda lewat dua jalan, agar tidak ada orang lain yang mendaftar atas nama Anda.",
    en: "This program reaches you in two ways, so that nobody else applies in your name.",
  },
  "identity.why.passkey": {
    id: "Sidik jari atau wajah tidak pernah meninggalkan perangkat Anda. Ia membuktikan bahwa Anda sendiri yang masuk.",
    en: "Your fingerprint or face never leaves your device. It proves that you are the one who signs in.",
  },
  "identity.why.factor": {
    id: "Program ini menyimpan data yang sangat pribadi, jadi kata sandi saja tidak cukup. Pasanglah kunci sandi, aplikasi autentikator, atau kode yang dikirim; setelah itu Anda kembali ke sini.",
    en: "This program keeps very personal data, so a password alone is not enough. Set up a passkey, an authenticator app, or codes that are sent; then you come back here.",
  },
  "identity.go.factor": { id: "Pasang langkah kedua", en: "Set up a second step" },
  "identity.go.email": { id: "Ke akun saya", en: "To my account" },
  "identity.go.phone": { id: "Buktikan nomor HP", en: "Prove a phone number" },
  "identity.go.passkey": { id: "Tambah kunci sandi", en: "Add a passkey" },
  "identity.back": { id: "Kembali ke halaman program", en: "Back to the program" },
  "identity.start": { id: "Mulai", en: "Start" },
  "identity.ready": { id: "Semua yang diperlukan sudah ada.", en: "Everything that is needed is there." },

  "lookup.title": { id: "Masukkan nomor Anda", en: "Enter your numbers" },
  "lookup.intro": {
    id: "Kami mencari data Anda di {source}, agar Anda tidak perlu mengetiknya lagi.",
    en: "We look for your data in {source}, so that you need not type them again.",
  },
  "lookup.why": {
    id: "Dua nomor diminta karena NIK saja dapat diketahui orang lain. Keduanya ada di kartu keluarga.",
    en: "Two numbers are asked for because others may know your NIK. Both are on your family card.",
  },
  "lookup.submit": { id: "Cari data saya", en: "Look for my data" },
  "lookup.waiting_title": { id: "Sedang mencari data Anda", en: "Looking for your data" },
  "lookup.waiting": {
    id: "{source} belum menjawab. Anda dapat melihat lagi, atau mengisi sendiri; data Anda dicocokkan nanti.",
    en: "{source} has not answered yet. You may look again, or fill in the form yourself; your data will be compared later.",
  },
  "lookup.again": { id: "Lihat lagi", en: "Look again" },
  "lookup.found_title": { id: "Data ditemukan", en: "Data found" },
  "lookup.found": { id: "Benar ini Anda?", en: "Is this you?" },
  "lookup.name": { id: "Nama", en: "Name" },
  "lookup.birth_date": { id: "Tanggal lahir", en: "Date of birth" },
  "lookup.masked": {
    id: "Sebagian disembunyikan. Setelah Anda melanjutkan, data itu terisi di formulir dan dapat Anda perbaiki.",
    en: "Part of it is hidden. When you go on, the data stand in the form, and you may correct them.",
  },
  "lookup.yes": { id: "Ya, ini saya – lanjutkan", en: "Yes, this is me – go on" },
  "lookup.by_hand": { id: "Isi sendiri", en: "Fill in the form myself" },
  "lookup.not_found_title": { id: "Data tidak ditemukan", en: "Data not found" },
  "lookup.not_found": {
    id: "Tidak ada orang dengan kedua nomor itu di {source}. Periksa nomornya, atau isi sendiri: Anda tetap dapat mendaftar, dan petugas memeriksa data Anda nanti.",
    en: "There is nobody with both numbers in {source}. Check the numbers, or fill in the form yourself: you can apply all the same, and an officer will check your data later.",
  },
  "lookup.not_available_title": { id: "Sumber data belum dapat ditanya", en: "The source cannot be asked now" },
  "lookup.not_available": {
    id: "{source} sedang tidak menjawab. Isi sendiri dan lanjutkan: data Anda dicocokkan nanti dengan sendirinya.",
    en: "{source} does not answer at the moment. Fill in the form yourself and go on: your data will be compared later by itself.",
  },
  "lookup.other_numbers": { id: "Masukkan nomor lagi", en: "Enter the numbers again" },
} as const;
