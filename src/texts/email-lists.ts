/** Words on which e-mail domains an institution takes for personal. */
export const emailListTexts = {
  "email_lists.to": { id: "Alamat e-mail pribadi", en: "Personal e-mail addresses" },
  "email_lists.title": { id: "Alamat e-mail pribadi", en: "Personal e-mail addresses" },
  "email_lists.lead": {
    id: "Program yang meminta alamat e-mail pribadi mengenal penyedia umum seperti gmail.com, dan menolak akhiran yang hanya untuk organisasi seperti .go.id dan .co.id. Domain yang tidak dikenal diperiksa petugas. Di sini instansi menambahkan domainnya sendiri, sekaligus untuk semua programnya.",
    en: "Programs that ask for a personal e-mail address know common providers such as gmail.com, and refuse endings for organisations only such as .go.id and .co.id. Officers look at domains that are not known. Here an institution adds its own, for all of its programs at once.",
  },
  "email_lists.holds": {
    id: "Domain yang ditambahkan ke daftar kantor berlaku bagi permohonan yang dimulai sesudahnya; yang sudah dimulai tidak ditolak karenanya. Domain yang diterima berlaku saat itu juga: yang tadinya ditolak cukup menyimpan halamannya sekali lagi. Masuk ke akun tidak pernah terpengaruh. Semua perubahan tercatat.",
    en: "What is added to the list of offices holds for applications that begin afterwards; none that has begun is refused for it. What is accepted holds at once: whoever was refused saves the page once more. Logging in is never concerned. Every change is recorded.",
  },
  "email_lists.allow": { id: "Diterima sebagai pribadi", en: "Accepted as personal" },
  "email_lists.allow_hint": {
    id: "Satu domain per baris, misalnya alumni.contoh.id. Yang ada di bawahnya tidak ikut.",
    en: "One domain on each line, for example alumni.contoh.id. What lies below it is not included.",
  },
  "email_lists.deny": { id: "Ditolak sebagai kantor", en: "Refused as an office's" },
  "email_lists.deny_hint": {
    id: "Satu domain per baris, misalnya kantor-contoh.com, dengan semua yang di bawahnya. Daftar ini mengalahkan semua daftar lain.",
    en: "One domain on each line, for example kantor-contoh.com, with all that lies below it. This list wins over every other.",
  },
  "email_lists.save": { id: "Simpan daftar", en: "Save the lists" },
  "email_lists.saved": { id: "Daftar disimpan.", en: "The lists are saved." },
  "email_lists.row.used": { id: "Dipakai oleh", en: "Used by" },
  "email_lists.row.set": { id: "Ditetapkan", en: "Set" },
  "email_lists.row.allow": { id: "Diterima sebagai pribadi", en: "Accepted as personal" },
  "email_lists.row.deny": { id: "Ditolak sebagai kantor", en: "Refused as an office's" },
  "email_lists.no_program": {
    id: "Belum ada program instansi ini yang meminta alamat e-mail pribadi",
    en: "No program of this institution asks for a personal e-mail address yet",
  },
  "email_lists.never_set": { id: "Belum pernah", en: "Never" },
  "email_lists.demonstration": { id: "Contoh dari demonstrasi", en: "An example of the demonstration" },
  "email_lists.empty": { id: "Kosong", en: "None" },
  "email_lists.error_domain": {
    id: 'Baris {line}: "{domain}" bukan domain. Tulis seperti contoh.id, tanpa nama di depan @.',
    en: 'Line {line}: "{domain}" is no domain. Write it as contoh.id, without the name before the @.',
  },
  "email_lists.error_many": {
    id: "Paling banyak {most} domain dalam satu daftar.",
    en: "A list has at most {most} domains.",
  },
  "email_lists.error_both": {
    id: "{domain} ada di kedua daftar. Hapus dari salah satunya.",
    en: "{domain} stands on both lists. Take it off one of them.",
  },
  "email_lists.error_changed": {
    id: "Rekan Anda mengubah daftar ini sementara itu, dan daftar Anda belum disimpan. Bandingkan dengan yang berlaku sekarang, lalu simpan lagi.",
    en: "A colleague changed these lists meanwhile, and yours were not saved. Compare them with those in force, then save again.",
  },
} as const;
