/** Words on what institutions ask of their staff's passwords, and on the public page that says so. */
export const passwordPolicyTexts = {
  "console.to_passwords": { id: "Kata sandi", en: "Passwords" },
  "console.passwords.title": { id: "Kata sandi petugas", en: "Passwords of staff" },
  "console.passwords.lead": {
    id: "Setiap kata sandi di layanan ini sedikitnya {alone} karakter, atau {withFactor} bila ada langkah kedua. Di sini instansi dapat meminta lebih dari petugasnya sendiri. Semua perubahan tercatat.",
    en: "Every password on this service has at least {alone} characters, or {withFactor} beside a second factor. Here an institution may ask more of its own staff. Every change is recorded.",
  },
  "console.passwords.public": { id: "Halaman umum tentang aturan ini", en: "The public page on these rules" },
  "console.passwords.done.rule": {
    id: "Panjang kata sandi disimpan. Berlaku untuk kata sandi berikutnya yang dipilih.",
    en: "The length is saved. It holds for the next password that anybody chooses.",
  },
  "console.passwords.done.rotation": {
    id: "Masa berlaku disimpan. Paling cepat 14 hari lagi kata sandi pertama berakhir.",
    en: "The maximum age is saved. No password expires sooner than in 14 days.",
  },
  "console.passwords.done.ask": {
    id: "Penghentian diajukan. Admin lain harus menyetujuinya.",
    en: "You asked to turn it off. Another administrator has to agree.",
  },
  "console.passwords.done.agree": { id: "Masa berlaku dihentikan.", en: "The rotation is turned off." },
  "console.passwords.done.keep": { id: "Masa berlaku tetap.", en: "The rotation stays on." },

  "console.passwords.rule_none": {
    id: "Instansi ini tidak meminta lebih dari aturan layanan.",
    en: "This institution asks no more than the service does.",
  },
  "console.passwords.row.least": { id: "Sedikitnya", en: "At least" },
  "console.passwords.least_value": { id: "{least} karakter", en: "{least} characters" },
  "console.passwords.row.kinds": { id: "Jenis karakter", en: "Kinds of characters" },
  "console.passwords.kinds_none": { id: "Tidak diwajibkan", en: "Not required" },
  "console.passwords.kinds_value": { id: "Sedikitnya {kinds} dari 4", en: "At least {kinds} of 4" },
  "console.passwords.row.set": { id: "Ditetapkan", en: "Set" },
  "console.passwords.set_by": { id: "{name}, {at}", en: "{name}, {at}" },
  "console.passwords.row.reason": { id: "Alasan", en: "Reason" },

  "console.passwords.deviations": {
    id: "Penyimpangan dari standar, {institution}",
    en: "Deviations from the standards, {institution}",
  },
  "console.passwords.deviations_none": {
    id: "Tidak ada: kata sandi instansi ini tidak kedaluwarsa, dan jenis karakter tidak diwajibkan.",
    en: "None: this institution's passwords do not expire, and kinds of characters are not required.",
  },
  "console.passwords.column.what": { id: "Yang menyimpang", en: "What deviates" },
  "console.passwords.column.since": { id: "Sejak dan oleh", en: "Since and by" },
  "console.passwords.column.rule": { id: "Dasar dan alasan", en: "Rule and reason" },
  "console.passwords.column.breaks": { id: "Menyalahi", en: "Breaks" },
  "console.passwords.column.action": { id: "Tindakan", en: "Action" },
  "console.passwords.rotates": {
    id: "{role}: kata sandi berlaku {days} hari",
    en: "{role}: passwords last {days} days",
  },
  "console.passwords.requires_kinds": {
    id: "{kinds} jenis karakter diwajibkan",
    en: "{kinds} kinds of characters are required",
  },
  "console.passwords.end_asked": {
    id: "{name} mengajukan penghentian, {at}: {reason}",
    en: "{name} asked to turn it off, {at}: {reason}",
  },
  "console.passwords.agree": { id: "Setujui penghentian", en: "Agree to turn it off" },
  "console.passwords.keep": { id: "Tetap berlaku", en: "Keep it on" },
  "console.passwords.of": { id: "untuk {role}, {institution}", en: "for {role}, {institution}" },

  "console.passwords.rule_title": { id: "Panjang dan jenis karakter", en: "Length and kinds of characters" },
  "console.passwords.institution": { id: "Instansi", en: "Institution" },
  "console.passwords.least": { id: "Sedikitnya berapa karakter", en: "Fewest characters" },
  "console.passwords.least_hint": {
    id: "Dari {floor} sampai 64. Kata sandi yang sudah ada tidak berubah.",
    en: "From {floor} to 64. Passwords that exist stay as they are.",
  },
  "console.passwords.kinds": { id: "Jenis karakter yang diwajibkan", en: "Kinds of characters required" },
  "console.passwords.kinds_hint": {
    id: "Mewajibkan jenis karakter menyalahi ASVS V6.2.5 dan NIST SP 800-63B-4, dan tampil di halaman umum. Tanpa kewajiban, pengukur kekuatan tetap menyarankannya.",
    en: "Requiring kinds breaks ASVS V6.2.5 and NIST SP 800-63B-4 and stands on the public page. Without it the strength meter still advises them.",
  },
  "console.passwords.reason": { id: "Alasan", en: "Reason" },
  "console.passwords.reason_hint": {
    id: "Dibaca admin dan auditor. Jangan menulis tentang orang.",
    en: "Administrators and auditors read it. Do not write about people.",
  },
  "console.passwords.rule_save": { id: "Simpan panjang kata sandi", en: "Save the length" },

  "console.passwords.rotation_title": { id: "Masa berlaku", en: "Rotation" },
  "console.passwords.rotation_text": {
    id: "Kata sandi yang diganti berkala cenderung lebih lemah; NIST dan ASVS melarangnya. Nyalakan hanya bila sebuah aturan mewajibkan instansi Anda. Petugas diberi tahu 14, 7, dan 1 hari sebelumnya, tidak pernah terkunci, dan tidak pernah diminta mengganti dari 7 hari sebelum sampai 1 hari sesudah penutupan pendaftaran.",
    en: "Passwords that must be changed regularly tend to be weaker; NIST and ASVS forbid it. Turn it on only where a rule obliges your institution. Staff are told 14, 7 and 1 days before, are never locked out, and are never asked from 7 days before to 1 day after a closing.",
  },
  "console.passwords.role": { id: "Peran", en: "Role" },
  "console.passwords.choose": { id: "Pilih", en: "Choose" },
  "console.passwords.days": { id: "Berlaku berapa hari", en: "Days that a password lasts" },
  "console.passwords.days_hint": { id: "Dari 90 sampai 365.", en: "From 90 to 365." },
  "console.passwords.rule": { id: "Aturan yang mewajibkan", en: "The rule that demands it" },
  "console.passwords.rule_hint": {
    id: "Misalnya: Peraturan BSSN 4/2021 pasal 27 ayat (1) huruf c.",
    en: "Such as: BSSN Regulation 4/2021, article 27(1)c.",
  },
  "console.passwords.rotation_save": { id: "Nyalakan masa berlaku", en: "Turn rotation on" },

  "console.passwords.end_title": { id: "Hentikan masa berlaku", en: "Turn rotation off" },
  "console.passwords.end_text": {
    id: "Perlu dua orang: Anda mengajukan, admin lain menyetujui.",
    en: "This takes two people: you ask, another administrator agrees.",
  },
  "console.passwords.which": { id: "Masa berlaku yang mana", en: "Which rotation" },
  "console.passwords.end_save": { id: "Ajukan penghentian", en: "Ask to turn it off" },

  "console.passwords.error.institution": { id: "Pilih satu instansi.", en: "Choose one institution." },
  "console.passwords.error.least": {
    id: "Isi angka dari {floor} sampai 64.",
    en: "Enter a number from {floor} to 64.",
  },
  "console.passwords.error.kinds": { id: "Pilih salah satu.", en: "Choose one." },
  "console.passwords.error.role": { id: "Pilih satu peran.", en: "Choose one role." },
  "console.passwords.error.days": { id: "Isi angka dari 90 sampai 365.", en: "Enter a number from 90 to 365." },
  "console.passwords.error.rule": {
    id: "Sebutkan aturannya, paling banyak 200 karakter.",
    en: "Name the rule, in at most 200 characters.",
  },
  "console.passwords.error.reason": {
    id: "Tulis alasan, paling banyak 500 karakter.",
    en: "Give a reason, in at most 500 characters.",
  },
  "console.passwords.error.which": { id: "Pilih satu masa berlaku.", en: "Choose one rotation." },
  "refusal.own_request.title": { id: "Harus disetujui orang lain", en: "Somebody else has to agree" },
  "refusal.own_request.text": {
    id: "Anda sendiri yang mengajukan, sehingga admin lain yang harus menyetujuinya.",
    en: "You asked for it yourself, so another administrator has to agree.",
  },

  "passwords.page.title": { id: "Aturan kata sandi", en: "Password rules" },
  "passwords.page.lead": {
    id: "Aturan ini mengikuti NIST SP 800-63B-4 dan OWASP ASVS 5.0. Penyimpangan, bila ada, tertulis di bawah.",
    en: "These rules follow NIST SP 800-63B-4 and OWASP ASVS 5.0. Deviations, if there are any, stand below.",
  },
  "passwords.page.rules": { id: "Yang berlaku untuk semua", en: "What holds for everybody" },
  "passwords.page.length": {
    id: "Sedikitnya {alone} karakter, atau {withFactor} bila akun punya langkah kedua; paling banyak 128. Spasi dan semua aksara boleh.",
    en: "At least {alone} characters, or {withFactor} where the account has a second factor; at most 128. Spaces and every script are allowed.",
  },
  "passwords.page.guessed": {
    id: "Yang mudah ditebak ditolak, dengan alasannya: kata sandi umum, urutan papan ketik, nama dan alamat Anda sendiri, serta lima kata sandi Anda yang terakhir.",
    en: "What is easily guessed is refused, with the reason: common passwords, runs of the keyboard, your own name and address, and your last five passwords.",
  },
  "passwords.page.free": {
    id: "Jenis karakter tidak diwajibkan dan kata sandi tidak kedaluwarsa, kecuali bagi petugas instansi yang tertulis di bawah. Anda boleh menempelkannya dari pengelola kata sandi dan menampilkannya saat mengetik.",
    en: "Kinds of characters are not required, and passwords do not expire, except for staff of institutions named below. You may paste them from a password manager and look at them while typing.",
  },
  "passwords.page.better": {
    id: "Lebih aman lagi: kunci sandi di perangkat Anda. Dengan itu tidak ada kata sandi yang dapat ditipu.",
    en: "Safer still: a passkey on your device. With it there is no password that anybody could trick you out of.",
  },
  "passwords.page.institutions": { id: "Penyimpangan instansi", en: "Deviations of institutions" },
  "passwords.page.institutions_none": {
    id: "Tidak ada instansi yang meminta petugasnya mengganti kata sandi secara berkala atau mewajibkan jenis karakter.",
    en: "No institution asks its staff to change passwords regularly or requires kinds of characters.",
  },
  "passwords.page.institutions_text": {
    id: "Instansi berikut meminta ini dari petugasnya sendiri. Pendaftar tidak terkena. Yang menetapkan adalah admin instansi itu; namanya tercatat dan dapat dibaca auditornya.",
    en: "These institutions ask this of their own staff. Applicants are not concerned. Each was set by an administrator of the institution, whose name is recorded and can be read by its auditor.",
  },
  "passwords.page.column.institution": { id: "Instansi", en: "Institution" },
  "passwords.page.column.since": { id: "Sejak", en: "Since" },
  "passwords.page.column.rule": { id: "Dasar", en: "Rule" },
  "passwords.page.no_rule": { id: "Tidak disebut", en: "None named" },
} as const;
