/** Messages of the field types, by error code; `label` is the question. Each says what is wrong and what to do. */
export const fieldTexts = {
  "field.required": { id: "Isi {label}.", en: "Enter {label}." },
  "field.question_required": { id: "Jawab “{label}”", en: "Answer “{label}”" },
  "field.choose_one": { id: "Pilih satu jawaban untuk {label}", en: "Choose one answer to {label}" },
  "field.choose_some": {
    id: "Pilih satu atau lebih jawaban untuk {label}",
    en: "Choose one or more answers to {label}",
  },
  "field.not_an_option": {
    id: "Pilih {label} dari pilihan yang tersedia.",
    en: "Choose {label} from the options given.",
  },
  "field.too_few": {
    id: "Pilih paling sedikit {min} jawaban. Anda memilih {typed}.",
    en: "Choose at least {min}. You chose {typed}.",
  },
  "field.too_many": {
    id: "Pilih paling banyak {max} jawaban. Anda memilih {typed}.",
    en: "Choose at most {max}. You chose {typed}.",
  },
  "field.repeated": {
    id: "{label} terkirim dua kali dengan isi berbeda. Isi sekali saja.",
    en: "{label} was sent twice with different values. Enter it once.",
  },
  "field.characters": {
    id: "{label} memuat karakter yang tidak dapat disimpan ({character}). Hapus karakter itu.",
    en: "{label} has a character that cannot be kept ({character}). Remove it.",
  },
  "field.too_long": {
    id: "{label} paling panjang {max} karakter. Anda mengetik {typed}.",
    en: "{label} has at most {max} characters. You typed {typed}.",
  },
  "field.too_short": {
    id: "{label} paling pendek {min} karakter. Anda mengetik {typed}.",
    en: "{label} has at least {min} characters. You typed {typed}.",
  },
  "field.pattern_letters": {
    id: "{label} hanya boleh berisi huruf, spasi, titik, tanda hubung, dan apostrof.",
    en: "{label} may only have letters, spaces, dots, hyphens and apostrophes.",
  },
  "field.pattern_digits": { id: "{label} hanya boleh berisi angka.", en: "{label} may only have digits." },
  "field.pattern_letters_digits": {
    id: "{label} hanya boleh berisi huruf dan angka.",
    en: "{label} may only have letters and digits.",
  },
  "field.pattern_document_number": {
    id: "{label} hanya boleh berisi huruf, angka, spasi, titik, garis miring, dan tanda hubung.",
    en: "{label} may only have letters, digits, spaces, dots, slashes and hyphens.",
  },
  "field.name": {
    id: "{label} hanya boleh berisi huruf, spasi, titik, koma, tanda hubung, dan apostrof.",
    en: "{label} may only have letters, spaces, dots, commas, hyphens and apostrophes.",
  },
  "field.email": {
    id: "Tulis alamat e-mail yang lengkap, seperti nama@contoh.id.",
    en: "Write a whole e-mail address, as name@contoh.id.",
  },
  "field.email_office": {
    id: "Alamat di {domain} tampaknya dari kantor. Tulis alamat e-mail pribadi, agar surat pasti sampai kepada Anda sendiri.",
    en: "Addresses at {domain} seem to be of an office. Write a personal e-mail address, so that letters are sure to reach you yourself.",
  },
  "field.email_unknown": {
    id: "Petugas memeriksa apakah alamat di {domain} adalah alamat pribadi.",
    en: "An officer looks whether addresses at {domain} are personal.",
  },
  "field.phone": {
    id: "Tulis nomor telepon Indonesia, seperti 0812 3456 7890.",
    en: "Write an Indonesian telephone number, as 0812 3456 7890.",
  },
  "field.number": { id: "{label} harus berupa angka.", en: "{label} must be a number." },
  "field.whole_number": { id: "{label} harus berupa bilangan bulat.", en: "{label} must be a whole number." },
  "field.decimals": {
    id: "{label} paling banyak {max} angka di belakang koma.",
    en: "{label} has at most {max} decimals.",
  },
  "field.too_small": { id: "{label} paling kecil {min}.", en: "{label} must be at least {min}." },
  "field.too_large": { id: "{label} paling besar {max}.", en: "{label} must be at most {max}." },
  "field.money": {
    id: "Tulis jumlah dalam rupiah bulat, seperti 7.500.000.",
    en: "Write an amount in whole rupiah, as 7.500.000.",
  },
  "field.date_required": { id: "Isi {label}: tanggal, bulan, dan tahun.", en: "Enter {label}: day, month and year." },
  "field.date_part_missing": {
    id: "{label} belum lengkap: isi {part, select, day {tanggal} month {bulan} other {tahun}}nya.",
    en: "{label} is not complete: enter the {part, select, day {day} month {month} other {year}}.",
  },
  "field.date_part": {
    id: "{part, select, day {Tanggal harus angka 1 sampai 31.} month {Bulan harus angka 1 sampai 12.} other {Tahun harus empat angka, seperti 1990.}}",
    en: "{part, select, day {The day is a number from 1 to 31.} month {The month is a number from 1 to 12.} other {The year has four digits, as 1990.}}",
  },
  "field.date_not_real": {
    id: "Tanggal itu tidak ada di kalender. Periksa {label}.",
    en: "There is no such day in the calendar. Check {label}.",
  },
  "field.date_too_early": { id: "{label} paling awal {min}.", en: "{label} must not be before {min}." },
  "field.date_too_late": { id: "{label} paling akhir {max}.", en: "{label} must not be after {max}." },
  "field.date_in_future": { id: "{label} tidak boleh di masa depan.", en: "{label} must not be in the future." },
  "field.too_young": { id: "Umur paling muda {min} tahun.", en: "The youngest age is {min} years." },
  "field.year": { id: "Tulis tahun dengan empat angka, seperti 2019.", en: "Write the year in four digits, as 2019." },
  "field.year_in_future": { id: "{label} tidak boleh di masa depan.", en: "{label} must not be in the future." },
  "field.digits_only": { id: "{label} hanya berisi angka.", en: "{label} has digits only." },
  "field.digits_count": {
    id: "{label} harus {count} angka. Anda mengetik {typed}.",
    en: "{label} has {count} digits. You typed {typed}.",
  },
  "field.nik_birth_date": {
    id: "Angka ke-7 sampai ke-12 ({digits}) bukan tanggal lahir yang benar. Periksa lagi dengan KTP.",
    en: "Digits 7 to 12 ({digits}) are not a date of birth. Check them against the KTP.",
  },
  "field.nik_birth_date_differs": {
    id: "Angka ke-7 sampai ke-12 NIK ({digits}) tidak cocok dengan tanggal lahir yang Anda tulis. Periksa keduanya dengan KTP.",
    en: "Digits 7 to 12 of the NIK ({digits}) do not agree with the date of birth you wrote. Check both against the KTP.",
  },
  "field.nik_serial": {
    id: "Empat angka terakhir NIK tidak mungkin 0000. Periksa lagi dengan KTP.",
    en: "The last four digits of a NIK cannot be 0000. Check them against the KTP.",
  },
  "field.nik_region_unknown": {
    id: "Enam angka pertama NIK ({digits}) bukan kode kecamatan yang kami kenal. Bila sesuai KTP, lanjutkan saja.",
    en: "The first six digits of the NIK ({digits}) are no district we know. If they are as on the KTP, just continue.",
  },
  "field.nik_taken": {
    id: "NIK ini sudah dipakai akun lain. Periksa lagi dengan KTP. Bila NIK ini benar milik Anda, buka Akun saya, Nomor identitas, NIK saya dipakai orang lain: dua petugas akan memeriksa siapa pemiliknya, dan tenggat Anda berhenti selama itu.",
    en: "This NIK is used by another account. Check it against the KTP. If it is yours, open My account, Identity numbers, My NIK was used by somebody else: two officers will find out whose it is, and your deadline stands still till then.",
  },
  "field.kk_serial": {
    id: "Empat angka terakhir nomor KK tidak mungkin 0000. Periksa lagi.",
    en: "The last four digits of a KK number cannot be 0000. Check them.",
  },
  "field.npwp": {
    id: "NPWP terdiri atas 15 atau 16 angka. Anda mengetik {typed}.",
    en: "An NPWP has 15 or 16 digits. You typed {typed}.",
  },
  "field.postcode": {
    id: "Kode pos terdiri atas lima angka dan tidak diawali 0.",
    en: "A postcode has five digits and does not begin with 0.",
  },
  "field.region_missing": {
    id: "Pilih {part, select, province {provinsi} regency {kabupaten atau kota} district {kecamatan} other {kelurahan atau desa}}.",
    en: "Choose the {part, select, province {province} regency {regency or city} district {district} other {village}}.",
  },
  "field.region_unknown": {
    id: "Pilih {part, select, province {provinsi} regency {kabupaten atau kota} district {kecamatan} other {kelurahan atau desa}} dari daftar.",
    en: "Choose the {part, select, province {province} regency {regency or city} district {district} other {village}} from the list.",
  },
  "field.region_not_inside": {
    id: "{part, select, province {Provinsi} regency {Kabupaten atau kota} district {Kecamatan} other {Kelurahan atau desa}} yang dipilih tidak berada di wilayah di atasnya. Pilih lagi.",
    en: "The {part, select, province {province} regency {regency or city} district {district} other {village}} chosen does not lie in the region above it. Choose again.",
  },
} as const;
