/** Words of the pages that say what the service promises: privacy, accessibility, fraud. */
export const policyTexts = {
  "privacy.title": { id: "Kebijakan privasi", en: "Privacy" },
  "privacy.lead": {
    id: "Halaman ini menjelaskan apa yang dilakukan layanan ini dengan data Anda. Tujuan, dasar dan masa penyimpanan setiap program tertulis di halaman programnya.",
    en: "This page says what this service does with your data. The purpose, basis and retention of each program stand on the page of that program.",
  },
  "privacy.who.title": { id: "Siapa yang bertanggung jawab", en: "Who is responsible" },
  "privacy.who.text": {
    id: "Instansi penyelenggara program adalah pengendali data permohonan Anda. Pengelola layanan ini menjalankan sistemnya untuk instansi itu dan mengelola akun Anda.",
    en: "The institution that runs a program is the controller of the data of your application. The operator of this service runs the system for it and keeps your account.",
  },
  "privacy.what.title": { id: "Data apa yang disimpan", en: "What is kept" },
  "privacy.what.text": {
    id: "Akun: nama, alamat e-mail, bahasa, dan kata sandi dalam bentuk yang tidak dapat dibaca kembali. Permohonan: jawaban dan berkas yang Anda berikan, serta riwayat apa yang terjadi dan kapan. Tiket helpdesk, dengan atau tanpa akun: yang Anda tulis dan berkasnya, sampai satu tahun setelah jawaban terakhir atau sampai masa lain yang ditetapkan instansi; halaman tiket menyebut tanggalnya. Sesudah itu semuanya dihapus dan hanya jumlahnya yang tetap dihitung. Alamat jaringan Anda dipakai sebentar untuk membatasi percobaan berulang. Perangkat dan alamat jaringan setiap kali masuk disimpan terenkripsi selama 90 hari agar Anda dapat memeriksanya; tempat yang ditampilkan di sana diperkirakan di mesin layanan ini sendiri, tanpa bertanya kepada siapa pun.",
    en: "Account: name, e-mail address, language, and the password in a form that cannot be read back. Application: the answers and documents that you give, and the history of what happened and when. Tickets of the helpdesk, with or without an account: what you write and the files, until a year after the last answer or another time that the institution sets; the page of the ticket names the day. After that all of it is erased, and only counted. Your network address is used for a short time to limit repeated tries. The device and the network address of each sign-in are kept encrypted for 90 days so that you can check them; the place that is shown with them is guessed on the machine of this service itself, and nobody is asked.",
  },
  "privacy.how.title": { id: "Bagaimana data dijaga", en: "How it is protected" },
  "privacy.how.text": {
    id: "Nama, NIK, alamat e-mail, jawaban dan berkas disimpan terenkripsi; kuncinya berada di luar basis data. Beberapa pilihan, seperti kabupaten dan tahun lahir, disimpan terbuka agar petugas dapat membuat daftar. Hanya petugas instansi program itu yang dapat membuka permohonan Anda. Petugas masuk dengan dua langkah, dan tindakannya tercatat.",
    en: "Name, NIK, e-mail address, answers and documents are kept encrypted, with the keys outside the database. A few choices, such as regency and year of birth, are kept in plain so that officers can make lists. Only officers of that program's institution can open your application. They sign in with two steps, and what they do is recorded.",
  },
  "privacy.cookies.title": { id: "Kuki", en: "Cookies" },
  "privacy.cookies.text": {
    id: "Layanan ini hanya memakai kuki yang diperlukan: agar Anda tetap masuk, agar formulir tidak dapat dipalsukan, dan untuk mengingat bahasa. Tidak ada iklan, pelacak, atau pihak ketiga.",
    en: "This service uses only the cookies it needs: to keep you signed in, to keep forms from being forged, and to remember the language. There are no advertisements, trackers or third parties.",
  },
  "privacy.rights.title": { id: "Hak Anda", en: "Your rights" },
  "privacy.rights.text": {
    id: "Menurut Undang-Undang Nomor 27 Tahun 2022 Anda berhak antara lain mengetahui, melengkapi, memperbaiki, memperoleh salinan, dan meminta penghapusan data Anda, serta menarik persetujuan. Di Data saya pada akun Anda dapat melihat persetujuan dan jejak pemrosesan, meminta salinan, dan menghapus data atau menutup akun. Permintaan lain sampaikan kepada instansi penyelenggara program. Nama Anda dapat Anda perbaiki sendiri di profil.",
    en: "Under Law 27 of 2022 you have the right, among others, to know, complete, correct, obtain a copy of and ask for the erasure of your data, and to withdraw consent. Under My data in your account you see your consents and the processing trail, ask for a copy, and erase data or close the account. Address other requests to the institution of the program. You can correct your name yourself in your profile.",
  },

  "accessibility.title": { id: "Aksesibilitas", en: "Accessibility" },
  "accessibility.lead": {
    id: "Layanan ini dibuat agar dapat dipakai semua orang, dengan alat dan kemampuan masing-masing.",
    en: "This service is made so that everyone can use it, with their own tools and abilities.",
  },
  "accessibility.can.title": { id: "Yang dapat Anda andalkan", en: "What you can rely on" },
  "accessibility.can.text": {
    id: "Semua halaman dapat dipakai dengan papan ketik saja, dengan pembaca layar, tanpa JavaScript, diperbesar sampai 400 persen, dan pada layar ponsel. Tampilan gelap, kontras tinggi dan pengurangan gerak mengikuti pengaturan perangkat Anda.",
    en: "All pages can be used with the keyboard alone, with a screen reader, without JavaScript, enlarged to 400 per cent, and on a phone. Dark appearance, high contrast and reduced motion follow the settings of your device.",
  },
  "accessibility.standard.title": { id: "Ukuran yang dipakai", en: "The measure" },
  "accessibility.standard.text": {
    id: "Kami menuju WCAG 2.2 tingkat AA. Halaman diperiksa secara otomatis setiap kali layanan diubah. Pemeriksaan otomatis tidak menemukan semua hambatan, dan layanan ini belum dinilai oleh pihak luar.",
    en: "We aim at WCAG 2.2 level AA. Pages are checked automatically whenever the service changes. Automatic checks do not find every barrier, and nobody outside has assessed this service yet.",
  },
  "accessibility.limits.title": { id: "Yang belum sempurna", en: "What falls short" },
  "accessibility.limits.text": {
    id: "Gambar berkas yang Anda unggah tidak memiliki keterangan lisan. Keterangan program ditulis oleh instansinya dan mungkin tidak selalu sederhana.",
    en: "Pictures of documents that you upload have no spoken description. Texts of a program are written by its institution and may not always be plain.",
  },
  "accessibility.tell.title": { id: "Bila Anda menemui hambatan", en: "If something is in your way" },
  "accessibility.tell.text": {
    id: "Sampaikan kepada instansi penyelenggara program: halaman mana, apa yang ingin Anda lakukan, dan alat apa yang Anda pakai. Instansi itu juga dapat melayani Anda dengan cara lain.",
    en: "Tell the institution of the program: which page, what you wanted to do, and which tools you use. It can also serve you in another way.",
  },

  "phishing.title": { id: "Waspada penipuan", en: "Beware of fraud" },
  "phishing.lead": {
    id: "Pendaftaran yang ramai menarik penipu. Kenali cara mereka sebelum Anda membalas, membayar atau menekan tautan.",
    en: "Busy registrations attract fraud. Know its ways before you answer, pay or follow a link.",
  },
  "phishing.never.title": { id: "Yang tidak pernah kami lakukan", en: "What we never do" },
  "phishing.never.text": {
    id: "Kami tidak pernah meminta kata sandi, kode masuk, atau PIN Anda lewat e-mail, telepon, maupun pesan. Kami tidak pernah meminta pembayaran ke rekening pribadi, dan tidak ada yang dapat “meloloskan” permohonan dengan imbalan.",
    en: "We never ask for your password, sign-in code or PIN by e-mail, telephone or message. We never ask for payment to a private account, and nobody can “get an application through” for a reward.",
  },
  "phishing.check.title": { id: "Cara memeriksa", en: "How to check" },
  "phishing.check.text": {
    id: "Periksa alamat di bilah peramban: harus sama persis dengan alamat halaman ini. Bila ragu akan tautan dalam surat, jangan ditekan; buka sendiri layanan ini, lalu masuk. Semua pemberitahuan resmi juga terlihat pada permohonan Anda di sini.",
    en: "Look at the address in your browser: it must be exactly that of this page. If you doubt a link in a letter, do not follow it; open this service yourself and sign in. Every official notice can also be seen at your application here.",
  },
  "phishing.happened.title": { id: "Bila telanjur terjadi", en: "If it has happened" },
  "phishing.happened.text": {
    id: "Segera ganti kata sandi Anda; semua peramban lain langsung keluar dari akun. Beri tahu instansi penyelenggara program, bank Anda bila Anda membayar, dan polisi bila Anda dirugikan. Simpan pesannya sebagai bukti.",
    en: "Change your password at once; all other browsers are signed out. Tell the institution of the program, your bank if you paid, and the police if you were harmed. Keep the message as evidence.",
  },
} as const;
