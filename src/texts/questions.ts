/** Words about security questions, which a platform may turn on. */
export const questionTexts = {
  "questions.title": { id: "Pertanyaan pengaman", en: "Security questions" },
  "questions.why": {
    id: "Platform ini memakai pertanyaan pengaman. Bila Anda lupa kata sandi, satu pertanyaan ditanyakan setelah kode atau tautan yang kami kirim; jawaban saja tidak membuka apa pun.",
    en: "This platform uses security questions. If you forget your password, one question is asked after the code or the link that we send; an answer alone opens nothing.",
  },
  "questions.better_title": { id: "Cara yang lebih aman", en: "Safer ways" },
  "questions.better": {
    id: "Jawaban dapat ditebak atau terlupa. Ini melindungi Anda lebih baik:",
    en: "Answers can be guessed or forgotten. These protect you better:",
  },
  "questions.recovery_codes": { id: "Kode pemulihan tercetak", en: "Printed recovery codes" },
  "questions.set": {
    id: "Anda sudah memilih dua pertanyaan. Jawabannya tidak dapat dibaca siapa pun, juga tidak oleh petugas; memilih lagi menggantinya.",
    en: "You have chosen two questions. Nobody can read the answers, officers neither; choosing again replaces them.",
  },
  "questions.facts_title": { id: "Data untuk formulir lupa kata sandi", en: "Data for the forgotten-password form" },
  "questions.facts": {
    id: "Formulir lupa kata sandi menanyakannya di samping pertanyaan. Tersimpan terenkripsi.",
    en: "The forgotten-password form asks for them beside the question. They are stored encrypted.",
  },
  "questions.save": { id: "Simpan pertanyaan", en: "Save the questions" },
  "questions.remove": { id: "Hapus pertanyaan pengaman", en: "Remove the security questions" },
  "questions.saved": { id: "Pertanyaan pengaman Anda tersimpan.", en: "Your security questions are saved." },
  "questions.removed": { id: "Pertanyaan pengaman Anda dihapus.", en: "Your security questions are removed." },
  "questions.choose": { id: "Pilih pertanyaan", en: "Choose a question" },
  "questions.on": { id: "Sudah dipilih", en: "Chosen" },
  "questions.off": { id: "Belum dipilih", en: "Not chosen" },
  "questions.q.first_bought": {
    id: "Barang apa yang pertama Anda beli dengan uang sendiri?",
    en: "What was the first thing that you bought with your own money?",
  },
  "questions.q.lost_thing": {
    id: "Barang apa yang pernah hilang dan masih Anda ingat?",
    en: "Which thing did you once lose and still remember?",
  },
  "questions.q.first_cooked": {
    id: "Masakan apa yang pertama Anda buat, dan untuk siapa?",
    en: "What did you cook first, and for whom?",
  },
  "questions.q.gift": {
    id: "Hadiah apa, dan dari siapa, yang paling Anda ingat?",
    en: "Which present, and from whom, do you remember best?",
  },
  "questions.q.far_trip": {
    id: "Ke mana perjalanan jauh pertama Anda, dan naik apa?",
    en: "Where did your first long journey go, and by what?",
  },
  "questions.q.hideout": {
    id: "Di mana Anda suka bersembunyi waktu kecil?",
    en: "Where did you like to hide as a child?",
  },
  "questions.q.childhood_fear": {
    id: "Apa yang Anda takuti waktu kecil, dan mengapa?",
    en: "What were you afraid of as a child, and why?",
  },
  "questions.q.broken_thing": {
    id: "Barang siapa yang pernah Anda pecahkan atau rusakkan?",
    en: "Whose thing did you once break, and what was it?",
  },

  "account.question_1.label": { id: "Pertanyaan 1", en: "Question 1" },
  "account.question_2.label": { id: "Pertanyaan 2", en: "Question 2" },
  "account.answer_1.label": { id: "Jawaban 1", en: "Answer 1" },
  "account.answer_2.label": { id: "Jawaban 2", en: "Answer 2" },
  "account.answer_1.hint": {
    id: "Paling sedikit 4 huruf. Besar kecil huruf dan tanda baca tidak dibedakan.",
    en: "At least 4 letters. Capitals and punctuation make no difference.",
  },
  "account.answer.label": { id: "Jawaban pengaman", en: "Your answer" },
  "account.kk.label": { id: "Nomor Kartu Keluarga", en: "Family card number" },
  "account.kk.hint": {
    id: "16 angka di bagian atas Kartu Keluarga.",
    en: "The 16 digits at the top of the family card.",
  },
  "account.birth_place.label": { id: "Tempat lahir", en: "Place of birth" },
  "account.birth_place.hint": { id: "Sesuai KTP.", en: "As on your KTP." },
  "account.birth_date.label": { id: "Tanggal lahir", en: "Date of birth" },
  "account.birth_date.hint": {
    id: "Tanggal-bulan-tahun, misalnya 17-05-1990.",
    en: "Day-month-year, for example 17-05-1990.",
  },
  "account.error.sixteen": { id: "Tulis {label} dengan 16 angka", en: "Enter the {label} with 16 digits" },
  "account.error.birth_date": {
    id: "Tulis tanggal lahir yang ada, misalnya 17-05-1990",
    en: "Enter a real date of birth, for example 17-05-1990",
  },
  "account.error.question": { id: "Pilih pertanyaan dari daftar", en: "Choose a question from the list" },
  "account.error.question_same": { id: "Pilih dua pertanyaan yang berbeda", en: "Choose two different questions" },
  "account.error.answer_same": { id: "Tulis dua jawaban yang berbeda", en: "Enter two different answers" },
  "account.error.answer_short": {
    id: "Tulis jawaban dengan paling sedikit 4 huruf",
    en: "Enter an answer with at least 4 letters",
  },
  "account.error.answer_common": {
    id: "Jawaban ini dipilih banyak orang. Tulis yang lebih khas, misalnya dengan nama orang atau tempatnya",
    en: "Many people choose this answer. Enter a more particular one, for example with the name of a person or place",
  },
  "account.error.answer_own": {
    id: "Jawaban ini sama dengan data akun Anda. Tulis jawaban lain",
    en: "This answer is the same as data of your account. Enter another one",
  },
  "account.error.answer_wrong": {
    id: "Data atau jawaban tidak cocok. Periksa semuanya; satu tautan memberi 3 kesempatan, satu hari 5",
    en: "The data or the answer do not match. Check all of them; one link gives 3 tries, one day 5",
  },
  "questions.form_note": {
    id: "Akun ini dikunci juga dengan pertanyaan pengaman. Isilah sesuai KTP dan jawab pertanyaannya.",
    en: "This account is also locked by a security question. Fill in the data as on the KTP and answer the question.",
  },
  "questions.lost": {
    id: "Lupa jawabannya? Minta bantuan lewat tiket",
    en: "Forgotten the answer? Ask for help with a ticket",
  },
  "questions.ended_title": { id: "Kesempatan menjawab habis", en: "No tries are left" },
  "questions.ended": {
    id: "Terlalu banyak jawaban yang tidak cocok. Coba lagi besok dengan tautan atau kode baru, atau minta bantuan lewat tiket.",
    en: "Too many answers did not match. Try again tomorrow with a new link or code, or ask for help with a ticket.",
  },
  "passwords.page.questions": { id: "Pertanyaan pengaman", en: "Security questions" },
  "passwords.page.questions_text": {
    id: "Platform ini menyalakan pertanyaan pengaman. Itu menyimpang dari ASVS V6.4.2 dan NIST SP 800-63B-4. Pertanyaan hanya ditanyakan setelah kode atau tautan ke saluran yang terbukti, dan tidak menggantikan langkah kedua.",
    en: "This platform has turned security questions on. That deviates from ASVS V6.4.2 and NIST SP 800-63B-4. A question is asked only after a code or a link to a proven channel, and takes the place of no second factor.",
  },
  "letter.questions_changed.subject": { id: "Pertanyaan pengaman diganti", en: "Security questions were changed" },
  "letter.questions_changed.heading": { id: "Pertanyaan pengaman diganti", en: "Security questions were changed" },
  "letter.questions_changed.text": {
    id: "Pertanyaan pengaman akun Daftar Anda baru saja dipilih, diganti atau dihapus.",
    en: "The security questions of your Daftar account have just been chosen, changed or removed.",
  },
  "letter.questions_changed.button": { id: "Lihat keamanan akun", en: "See account security" },
  "letter.questions_changed.note": {
    id: "Bila bukan Anda, segera ganti kata sandi dan keluarkan semua perangkat lain.",
    en: "If it was not you, change your password at once and sign out all other devices.",
  },
} as const;
