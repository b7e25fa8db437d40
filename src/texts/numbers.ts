/** What somebody reads who had a registration number before, and the secretariat that recognises them. */
export const numberTexts = {
  "number.title": { id: "Saya sudah punya nomor", en: "I have a number already" },
  "number.intro": {
    id: "Pernah terdaftar sebelumnya? Buktikan bahwa nomor itu milik Anda. Setelah itu nomor tersebut menjadi nama pengguna Anda, dan Anda dapat mendaftar ke kegiatan yang mensyaratkannya.",
    en: "Were you registered before? Prove that the number is yours. It then becomes a name to sign in with, and opens the activities that demand it.",
  },
  "number.why": {
    id: "Selain nomornya kami menanyakan dua hal yang tercatat di sekretariat, karena nomor saja dapat diketahui orang lain.",
    en: "Besides the number we ask for two facts that the secretariat has on file, because others may know the number alone.",
  },
  "number.submit": { id: "Lanjutkan", en: "Continue" },
  "number.error.number": {
    id: "Tulis nomor seperti di kartu atau surat Anda, misalnya PMJ-2019-00012.",
    en: "Write the number as on your card or letter, for example PMJ-2019-00012.",
  },
  "number.error.second": {
    id: "Tulis NIK (16 angka) atau alamat e-mail.",
    en: "Write a NIK (16 digits) or an e-mail address.",
  },
  "number.have_title": { id: "Anda sudah punya nomor", en: "You have a number" },
  "number.have": {
    id: "Nomor Anda {number}. Nomor ini juga nama pengguna Anda saat masuk.",
    en: "Your number is {number}. It is also a name to sign in with.",
  },
  "number.newly": { id: "Nomor ini terbukti milik Anda.", en: "This number is proven to be yours." },
  "number.to_portal": { id: "Lihat kegiatan", en: "See the activities" },
  "number.asked_title": { id: "Sekretariat sedang memeriksa", en: "The secretariat is checking" },
  "number.asked": {
    id: "Sekretariat memeriksa pernyataan Anda dan mengabari Anda lewat surat, bila perlu dengan menelepon dulu.",
    en: "The secretariat checks what you stated and tells you by letter, if needed after a call.",
  },
  "number.code_title": { id: "Masukkan kode", en: "Enter the code" },
  "number.code_sent": {
    id: "Bila ketiganya cocok, kode enam angka sudah dikirim ke alamat e-mail yang tercatat di sekretariat. Kode berlaku 15 menit.",
    en: "If all three agree, a code of six digits has been sent to the e-mail address that the secretariat has on file. It is good for 15 minutes.",
  },
  "number.code_label": { id: "Kode dari surat", en: "Code from the letter" },
  "number.code_missing": { id: "Tulis enam angka dari surat.", en: "Write the six digits from the letter." },
  "number.code_wrong": {
    id: "Kode ini tidak cocok. Periksa suratnya; setelah lima kali salah Anda perlu mulai lagi.",
    en: "This code does not fit. Look at the letter again; after five wrong ones you must begin anew.",
  },
  "number.code_late": {
    id: "Kode tidak berlaku lagi. Isi sekali lagi untuk mendapat kode baru.",
    en: "The code is no longer good. Fill in the form once more for a new one.",
  },
  "number.code_lost": {
    id: "Nomor ini sudah dipakai di akun lain. Hubungi bantuan.",
    en: "This number is in use by another account. Ask for help.",
  },
  "number.code_submit": { id: "Buktikan", en: "Prove" },
  "number.again": { id: "Isi sekali lagi", en: "Fill in once more" },
  "number.no_letter": { id: "Tidak ada surat yang datang?", en: "Does no letter come?" },
  "number.no_letter_text": {
    id: "Lihat folder spam dan alamat lama Anda. Bila alamat itu tidak Anda pakai lagi, atau sekretariat tidak mencatat alamat, mintalah sekretariat memeriksa sendiri.",
    en: "Look in the spam folder and at your old address. If you no longer use that address, or the secretariat has none on file, ask the secretariat to check it themselves.",
  },
  "number.ask": { id: "Minta sekretariat memeriksa", en: "Ask the secretariat to check" },
  "number.side_title": { id: "Sudah punya nomor?", en: "Have a number already?" },
  "number.side": { id: "Gunakan nomor lama Anda", en: "Use the number you had" },

  "refusal.number_gone.title": { id: "Nomor ini tidak dapat diberikan", en: "This number cannot be granted" },
  "refusal.number_gone.text": {
    id: "Nomor ini tidak ada di daftar anggota, atau sudah terbukti milik akun lain.",
    en: "No member is on file for this number, or another account has proved it already.",
  },
  "refusal.has_number.title": { id: "Anda sudah punya nomor", en: "You have a number already" },
  "refusal.has_number.text": {
    id: "Pendaftaran ini memberi nomor, dan akun Anda sudah punya.",
    en: "This registration gives a number, and your account has one.",
  },

  "console.to_numbers": { id: "Nomor lama", en: "Former numbers" },
  "console.numbers.title": { id: "Nomor lama yang perlu diperiksa", en: "Former numbers to check" },
  "console.numbers.text": {
    id: "Orang-orang ini menyatakan punya nomor dari sebelum layanan ini, dan tidak dapat membuktikannya dengan kode.",
    en: "These people state that they have a number from before this service, and cannot prove it by a code.",
  },
  "console.numbers.empty_title": { id: "Tidak ada yang menunggu", en: "Nothing waits" },
  "console.numbers.empty": {
    id: "Siapa yang tidak dapat membuktikan nomornya dengan kode muncul di sini.",
    en: "Whoever cannot prove their number by a code appears here.",
  },
  "console.numbers.caption": { id: "{count} menunggu", en: "{count} waiting" },
  "console.numbers.column_number": { id: "Nomor", en: "Number" },
  "console.numbers.column_name": { id: "Nama di akun", en: "Name in the account" },
  "console.numbers.column_since": { id: "Diminta", en: "Asked" },
  "console.numbers.done": { id: "Jawaban sudah dikirim.", en: "The answer has been sent." },
  "console.numbers.one_title": { id: "Nomor {number}", en: "Number {number}" },
  "console.numbers.back": { id: "Kembali ke nomor lama", en: "Back to former numbers" },
  "console.numbers.compare": {
    id: "Yang dinyatakan dan yang tercatat",
    en: "What is stated and what is on file",
  },
  "console.numbers.column_fact": { id: "Data", en: "Fact" },
  "console.numbers.column_stated": { id: "Dinyatakan", en: "Stated" },
  "console.numbers.column_file": { id: "Tercatat", en: "On file" },
  "console.numbers.fact_name": { id: "Nama", en: "Name" },
  "console.numbers.fact_number": { id: "Nomor", en: "Number" },
  "console.numbers.fact_birth_date": { id: "Tanggal lahir", en: "Date of birth" },
  "console.numbers.fact_nik": { id: "NIK", en: "NIK" },
  "console.numbers.fact_email": { id: "Alamat e-mail", en: "E-mail address" },
  "console.numbers.not_stated": { id: "tidak dinyatakan", en: "not stated" },
  "console.numbers.not_on_file": { id: "tidak tercatat", en: "not on file" },
  "console.numbers.no_member": {
    id: "Tidak ada anggota dengan nomor ini yang masih menunggu pemiliknya. Pernyataan ini hanya dapat ditolak.",
    en: "There is no member with this number who waits for their owner. This statement can only be denied.",
  },
  "console.numbers.advice": {
    id: "Pastikan orangnya lewat jalan lain, misalnya menelepon nomor yang tercatat atau melihat kartunya. Alamat lama diberi tahu.",
    en: "Make sure of the person in another way, such as calling the telephone on file or seeing the card. The old address is told.",
  },
  "console.numbers.which": { id: "Apakah nomor ini milik orang itu?", en: "Is the number that person's?" },
  "console.numbers.grant": { id: "Ya, nomor ini miliknya", en: "Yes, it is theirs" },
  "console.numbers.deny": { id: "Tidak, atau tidak terbukti", en: "No, or it is not proven" },
  "console.numbers.words": { id: "Penjelasan untuk orang itu", en: "Explanation for the person" },
  "console.numbers.words_hint": {
    id: "Dikirim bila tidak terbukti. Jangan menulis data dari catatan.",
    en: "Sent when it is not proven. Write nothing of what is on file.",
  },
  "console.numbers.button": { id: "Kirim jawaban", en: "Send the answer" },
  "console.numbers.error_answer": { id: "Pilih ya atau tidak.", en: "Choose yes or no." },
  "console.numbers.error_words": { id: "Tulis mengapa tidak.", en: "Write why not." },
  "console.numbers.own": {
    id: "Ini pernyataan Anda sendiri. Rekan kerja yang menjawabnya.",
    en: "This is your own statement. A colleague answers it.",
  },

  "letter.number_code.subject": { id: "Kode untuk nomor registrasi Anda", en: "Code for your registration number" },
  "letter.number_code.heading": { id: "Kode untuk nomor registrasi", en: "Code for a registration number" },
  "letter.number_code.text": {
    id: "Seseorang yang masuk ke Daftar menyatakan bahwa nomor registrasi yang tercatat dengan alamat ini miliknya. Bila itu Anda, tulis kode ini di halamannya. Kode berlaku 15 menit.",
    en: "Somebody who is signed in to Daftar states that the registration number on file with this address is theirs. If that is you, enter this code on the page. It is good for 15 minutes.",
  },
  "letter.number_code.button": { id: "Tulis kode", en: "Enter the code" },
  "letter.number_code.note": {
    id: "Bukan Anda? Jangan berikan kode ini kepada siapa pun; tanpa kode itu nomor Anda tidak berpindah.",
    en: "Was it not you? Give this code to nobody; without it your number does not move.",
  },
  "letter.number_proved.subject": { id: "Nomor registrasi Anda di Daftar", en: "Your registration number at Daftar" },
  "letter.number_proved.heading": { id: "Nomor ini terbukti milik Anda", en: "This number is proven to be yours" },
  "letter.number_proved.text": {
    id: "Mulai sekarang Anda dapat masuk dengan nomor ini sebagai nama pengguna, dan mendaftar ke kegiatan yang mensyaratkannya.",
    en: "From now on you can sign in with this number, and register for the activities that demand it.",
  },
  "letter.number_proved.button": { id: "Buka akun saya", en: "Open my account" },
  "letter.number_proved.note": {
    id: "Bukan Anda yang memintanya? Segera hubungi bantuan.",
    en: "Did you not ask for it? Ask for help at once.",
  },
  "letter.number_denied.subject": { id: "Tentang nomor registrasi Anda", en: "About your registration number" },
  "letter.number_denied.heading": { id: "Nomor itu belum terbukti", en: "The number is not proven" },
  "letter.number_denied.text": {
    id: "Sekretariat memeriksa pernyataan Anda dan belum dapat memastikan bahwa nomor itu milik Anda:",
    en: "The secretariat checked what you stated and could not make sure that the number is yours:",
  },
  "letter.number_denied.button": { id: "Coba sekali lagi", en: "Try once more" },
  "letter.number_denied.note": {
    id: "Anda juga dapat menghubungi sekretariat lewat telepon atau e-mail.",
    en: "You may also reach the secretariat by telephone or e-mail.",
  },
  "letter.number_moved.subject": {
    id: "Nomor registrasi Anda dipakai di sebuah akun",
    en: "Your registration number was taken to another address",
  },
  "letter.number_moved.heading": {
    id: "Nomor registrasi Anda kini milik sebuah akun",
    en: "Your registration number now belongs to an account",
  },
  "letter.number_moved.text": {
    id: "Nomor registrasi yang tercatat dengan alamat ini kini dipakai oleh akun dengan alamat lain, setelah diperiksa sekretariat. Bila itu Anda, tidak ada yang perlu dilakukan.",
    en: "The registration number on file with this address is now used by an account with another address, after a check by the secretariat. If that was you, there is nothing to do.",
  },
  "letter.number_moved.button": { id: "Minta bantuan", en: "Ask for help" },
  "letter.number_moved.note": {
    id: "Bila bukan Anda, segera hubungi sekretariat.",
    en: "If it was not you, reach the secretariat at once.",
  },
} as const;
