/**
 * The user manual (buku panduan), for the page and for its PDF. Steps stand one to a line; what is in quotation marks is
 * what the person sees on a page, word for word: a test compares it with the other texts.
 */
export const manualTexts = {
  "manual.title": { id: "Buku panduan", en: "User manual" },
  "manual.lead": {
    id: "Dari membuat akun sampai menerima hasil, langkah demi langkah. Panduan ini berlaku untuk semua program di layanan ini.",
    en: "From making an account to receiving the result, step by step. This manual is for all programs of this service.",
  },
  "manual.download": { id: "Unduh buku panduan (PDF)", en: "Download the manual (PDF)" },
  "manual.contents": { id: "Isi", en: "Contents" },
  "manual.help": { id: "Pertanyaan lain dijawab di Bantuan", en: "Other questions are answered under Help" },
  "manual.back_to_contents": { id: "Kembali ke daftar isi", en: "Back to the contents" },

  "manual.before.title": { id: "Sebelum mulai", en: "Before you start" },
  "manual.before.text": {
    id: "Anda memerlukan alamat e-mail yang dapat Anda buka dan sebuah ponsel atau komputer. Halaman-halamannya ringan, juga di ponsel lama dan sambungan lambat. Pengisian boleh dihentikan dan dilanjutkan kapan saja, juga dari perangkat lain.",
    en: "You need an e-mail address that you can open, and a phone or computer. The pages are light, also on old phones and slow lines. You may stop and go on at any time, also from another device.",
  },
  "manual.before.steps": {
    id: "Buka halaman program dan baca syarat serta batas waktunya.\nSiapkan KTP dan dokumen yang disebut di halaman itu.\nUnduh templat surat bila program menyediakannya, isi, dan tanda tangani.",
    en: "Open the page of the program, and read its requirements and its deadline.\nHave your KTP and the documents at hand that the page names.\nDownload the templates of letters where the program has any, fill them in and sign them.",
  },

  "manual.account.title": { id: "Membuat akun", en: "Making an account" },
  "manual.account.text": {
    id: "Satu akun berlaku untuk semua program. Satu alamat e-mail hanya untuk satu akun. Beberapa program sederhana tidak memerlukan akun; halaman programnya mengatakan demikian.",
    en: "One account serves all programs. One e-mail address is for one account. Some simple programs need no account; their page says so.",
  },
  "manual.account.steps": {
    id: "Pilih “Masuk” di bagian atas halaman, lalu “Buat akun”.\nKetik nama seperti di KTP, alamat e-mail, dan kata sandi yang panjang dan mudah Anda ingat.\nBuka surat yang kami kirim ke alamat itu dan tekan tombolnya. Periksa juga folder spam.\nTekan “Aktivasi” di halaman yang terbuka, lalu masuk dengan kata sandi Anda.",
    en: "Choose “Sign in” at the top of the page, then “Create an account”.\nType your name as it stands on your KTP, your e-mail address, and a password that is long and easy for you to remember.\nOpen the letter that we send to that address and press its button. Look into the spam folder too.\nPress “Activate” on the page that opens, then sign in with your password.",
  },
  "manual.account.note": {
    id: "Lupa kata sandi? Pilih “Lupa kata sandi?” di halaman masuk. Kami mengirim tautan untuk membuat yang baru.",
    en: "You forgot the password? Choose “Forgot your password?” on the page to sign in. We send a link to make a new one.",
  },

  "manual.apply.title": { id: "Mengisi permohonan", en: "Filling in an application" },
  "manual.apply.text": {
    id: "Permohonan terdiri atas beberapa bagian. Yang ditanyakan menyesuaikan jawaban Anda, jadi dua orang dapat melihat pertanyaan yang berbeda.",
    en: "An application has several parts. What is asked follows your answers, so two people may see different questions.",
  },
  "manual.apply.steps": {
    id: "Di halaman program tekan “Mulai”.\nIsi satu halaman, lalu tekan “Simpan dan lanjutkan”. Isian yang belum benar pun tersimpan; halaman mengatakan apa yang perlu diperbaiki.\nUntuk daftar seperti pendidikan atau jabatan, tambahkan butirnya satu demi satu.\nLihat bagian mana yang belum selesai di “Daftar bagian”.\nUntuk melanjutkan nanti, buka “Beranda saya”. Di sana tertulis sampai di mana Anda.",
    en: "On the page of the program press “Start”.\nFill in one page, then press “Save and continue”. What is not right yet is saved as well; the page says what to correct.\nIn lists such as education or positions, add the items one by one.\nSee which part is not finished in the “List of parts”.\nTo go on later, open “My home”. It says how far you are.",
  },
  "manual.apply.note": {
    id: "Bila halaman yang sama disimpan di dua tempat, Anda diminta memilih isian mana yang benar. Tidak ada yang hilang.",
    en: "Where the same page was saved in two places, you are asked which one is right. Nothing is lost.",
  },

  "manual.documents.title": { id: "Mengunggah berkas", en: "Uploading documents" },
  "manual.documents.text": {
    id: "Foto dari ponsel sudah cukup. Letakkan dokumen di tempat terang, rata, dan seluruhnya terlihat. Setiap halaman unggah menyebut bentuk dan ukuran yang diterima.",
    en: "A photograph by phone is enough. Put the document in a bright place, flat, with all of it in the picture. Each page says which formats and sizes are accepted.",
  },
  "manual.documents.steps": {
    id: "Tekan “Pilih berkas”, pilih foto atau PDF, lalu tekan “Unggah”.\nTunggu tanda “Berkas diterima”. Sementara masih “Sedang diperiksa”, Anda boleh melanjutkan ke bagian lain.\nBila tertulis “Berkas ditolak”, baca alasannya dan unggah yang lain.\nPeriksa gambarnya: tulisan harus terbaca. Bila tidak, pilih “Ganti dengan berkas lain”.",
    en: "Press “Choose a file”, choose a photograph or a PDF, then press “Upload”.\nWait for “File received”. While it says “Being checked” you may go on with another part.\nWhere it says “File refused”, read why and upload another one.\nLook at the picture: the writing must be readable. If it is not, choose “Replace with another file”.",
  },
  "manual.documents.note": {
    id: "Sambungan terputus? Biarkan halaman terbuka: unggahan dilanjutkan sendiri. Bila halamannya sudah tertutup, buka lagi dan pilih berkas yang sama.",
    en: "The connection was lost? Leave the page open: the upload goes on by itself. If the page is closed already, open it again and choose the same file.",
  },

  "manual.submit.title": { id: "Memeriksa dan mengirim", en: "Checking and submitting" },
  "manual.submit.text": {
    id: "Permohonan baru berlaku setelah Anda mengirimnya. Setelah dikirim, Anda hanya dapat mengubah yang diminta petugas.",
    en: "An application counts only once you have submitted it. After that you can change only what an officer asks for.",
  },
  "manual.submit.steps": {
    id: "Setelah semua bagian selesai, buka “Periksa dan kirim”.\nBaca semua jawaban pada “Periksa jawaban Anda” dan ubah yang belum benar.\nBaca pernyataannya dan centang “Ya, saya menyatakan demikian”.\nTekan “Kirim permohonan”.\nSimpan nomor tanda terima, atau tekan “Unduh bukti (PDF)”. Salinannya kami kirim ke e-mail Anda.",
    en: "When all parts are done, open “Check and submit”.\nRead all answers under “Check your answers”, and change what is not right yet.\nRead the declaration and tick “Yes, I declare this”.\nPress “Submit application”.\nKeep the receipt number, or press “Download the receipt (PDF)”. We send a copy to your e-mail address.",
  },

  "manual.deadline.title": { id: "Batas waktu", en: "The deadline" },
  "manual.deadline.text": {
    id: "Jangan menunggu jam terakhir. Halaman permohonan menyebut saat penutupan dan apa yang terjadi sesudahnya. Hitung mundur memakai jam layanan ini, bukan jam ponsel Anda.",
    en: "Do not wait for the last hour. The pages of your application say when it closes and what happens then. The countdown goes by the clock of this service, not by that of your phone.",
  },
  "manual.deadline.steps": {
    id: "Pada program yang mengirim sendiri, Anda dapat menyetujui lebih dahulu bahwa permohonan yang lengkap dikirim saat penutupan.\nPermohonan yang belum lengkap dikunci, dan Anda mendapat daftar apa yang kurang.\nBila masa pendaftaran diperpanjang, kami mengirim surat dan permohonan Anda dibuka lagi.",
    en: "Where a program submits by itself, you can agree beforehand that a complete application is submitted at the closing.\nAn application that is not complete is locked, and you are told what was missing.\nWhen the registration period is extended, we send a letter and your application is opened again.",
  },

  "manual.after.title": { id: "Setelah mengirim", en: "After submitting" },
  "manual.after.text": {
    id: "Petugas instansi memeriksa permohonan menurut urutan. Setiap perubahan kami beri tahukan lewat e-mail dan tertulis di “Status permohonan”.",
    en: "Officers of the institution examine applications in their order. We tell you of every change by e-mail, and it stands under “Status of your application”.",
  },
  "manual.after.steps": {
    id: "Buka “Beranda saya” untuk melihat status, surat, dan riwayatnya.\nSiapa pun dapat memeriksa keaslian tanda terima dengan memindai kode QR di atasnya.\nSelama belum diputuskan, Anda dapat memilih “Tarik permohonan ini”.",
    en: "Open “My home” to see the status, the letters and the history.\nAnybody can check that a receipt is genuine by scanning the QR code on it.\nWhile it is undecided, you can choose “Withdraw this application”.",
  },
  "manual.after.note": {
    id: "Nomor tanda terima bukan nomor registrasi. Nomor registrasi diberikan menurut aturan programnya, biasanya setelah permohonan diterima.",
    en: "The receipt number is not the registration number. That one is given by the rule of the program, usually when the application is accepted.",
  },

  "manual.correct.title": { id: "Memperbaiki", en: "Correcting" },
  "manual.correct.text": {
    id: "Bila ada yang salah atau tidak terbaca, petugas mengembalikan permohonan dengan alasannya. Anda mendapat surat.",
    en: "When something is wrong or cannot be read, an officer returns the application and says why. You get a letter.",
  },
  "manual.correct.steps": {
    id: "Buka permohonan dari surat atau “Beranda saya”, lalu tekan “Perbaiki sekarang”.\nPerbaiki bagian yang ditandai. Bagian lain tetap seperti yang Anda kirim.\nPeriksa dan kirim lagi seperti pertama kali.",
    en: "Open the application from the letter or from “My home”, then press “Correct now”.\nCorrect the parts that are marked. The rest stays as you sent it.\nCheck and submit again as the first time.",
  },

  "manual.result.title": { id: "Hasil dan sanggah", en: "The result, and an appeal" },
  "manual.result.text": {
    id: "Hasil datang lewat e-mail dan tertulis di “Status permohonan”. Beberapa program mengumumkan semua hasil sekaligus pada waktu yang ditetapkan; pengumumannya hanya memuat nomor, tanpa nama.",
    en: "The result comes by e-mail and stands under “Status of your application”. Some programs announce all results together at a set time; the announcement shows numbers only, no names.",
  },
  "manual.result.steps": {
    id: "Tekan “Unduh surat (PDF)” untuk menyimpan keputusannya.\nBila ditolak dan programnya menerima sanggah, tekan “Ajukan sanggah” sebelum batas waktunya dan jelaskan keberatan Anda.\nYang menjawab sanggah bukan petugas yang menolak. Jawabannya datang lewat e-mail.",
    en: "Press “Download the letter (PDF)” to keep the decision.\nIf it was rejected and the program takes appeals, press “Appeal” before the time is over and say what you object to.\nWhoever answers the appeal is not the officer who rejected. The answer comes by e-mail.",
  },

  "manual.asking.title": { id: "Bertanya dan melihat jawabannya", en: "Asking, and seeing the answer" },
  "manual.asking.text": {
    id: "Kebanyakan pertanyaan sudah ada jawabannya. Bila belum, tanyakan kepada petugas instansinya; Anda tidak perlu akun.",
    en: "Most questions have an answer already. If yours has none, ask the agents of the institution; you need no account.",
  },
  "manual.asking.steps": {
    id: "Buka “Bantuan” dan ketik pertanyaan Anda dengan kata sendiri.\nBila tidak ada jawabannya, pilih “Tanya petugas”, lalu jenis pertanyaan yang paling sesuai.\nIsi formulirnya, tekan “Kirim pertanyaan”, dan catat nomor tiket Anda.\nBila dokumen diminta, unggah di halaman tiket: PDF atau JPG, paling besar 200 KB. Foto dari ponsel dikecilkan sendiri.\nUntuk melihat jawabannya, buka “Status tiket” dan tulis nomor tiket dengan tanggal lahir atau e-mail Anda. Ada empat langkah: “Pertanyaan”, “Diterima”, “Proses”, “Jawaban”.\nBila belum jelas, tulis balasan di halaman yang sama, sampai 14 hari sesudah dijawab.",
    en: "Open “Help” and type your question in your own words.\nIf there is no answer, choose “Ask an agent”, then the kind of question that fits best.\nFill in its form, press “Send question”, and write your ticket number down.\nWhere documents are asked for, upload them on the page of the ticket: PDF or JPG, 200 KB at most. Photographs by phone are made smaller by themselves.\nTo see the answer, open “Ticket status” and enter the ticket number with your date of birth or e-mail address. There are four steps: “Asked”, “Received”, “In progress”, “Answered”.\nIf it is not clear yet, write a reply on the same page, up to 14 days after the answer.",
  },

  "manual.safety.title": { id: "Menjaga akun tetap aman", en: "Keeping your account safe" },
  "manual.safety.text": {
    id: "Petugas tidak pernah meminta kata sandi atau kode masuk Anda, juga tidak lewat telepon atau pesan.",
    en: "No officer ever asks for your password or sign-in code, not by telephone or message either.",
  },
  "manual.safety.steps": {
    id: "Periksa alamat di peramban sebelum mengetik kata sandi.\nTekan “Keluar” setelah selesai di komputer yang dipakai bersama.\nBila ada surat tentang permohonan yang tidak Anda buat, ganti kata sandi dan hubungi instansinya lewat saluran resmi.",
    en: "Look at the address in the browser before you type your password.\nPress “Sign out” when you are done at a computer that others use.\nIf a letter tells of an application that you did not make, change your password and contact the institution through its official channels.",
  },
} as const;
