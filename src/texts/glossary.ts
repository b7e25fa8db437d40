/** The words of registration and what they mean, for the glossary of the helpdesk; those of one program stand in its file. */
export const glossaryTexts = {
  "help.glossary": { id: "Arti kata", en: "What the words mean" },
  "help.glossary_lead": {
    id: "Kata dan singkatan yang Anda temui di sini. Istilah suatu program juga dijelaskan di halaman program itu.",
    en: "Words and abbreviations that you meet here. Terms of a program are explained on its own page too.",
  },
  "help.glossary_program": { id: "Istilah {program}", en: "Terms of {program}" },
  "help.word.activation": { id: "Aktivasi", en: "Activation" },
  "help.word.activation.meaning": {
    id: "Membuka akun baru lewat tombol di surat yang kami kirim ke alamat e-mail Anda. Sebelum itu Anda belum dapat masuk.",
    en: "Opening a new account by the button in the letter that we send to your e-mail address. Before that you cannot sign in.",
  },
  "help.word.asn": { id: "ASN", en: "ASN" },
  "help.word.asn.meaning": {
    id: "Aparatur Sipil Negara: pegawai negeri sipil (PNS) dan pegawai pemerintah dengan perjanjian kerja (PPPK). CPNS adalah calon PNS.",
    en: "The civil service: permanent officials (PNS) and government employees on contract (PPPK). A CPNS is a candidate for PNS.",
  },
  "help.word.application": { id: "Permohonan", en: "Application" },
  "help.word.application.meaning": {
    id: "Pendaftaran Anda pada suatu program: jawaban dan berkasnya.",
    en: "Your registration in a program: its answers and documents.",
  },
  "help.word.appeal": { id: "Sanggah", en: "Appeal" },
  "help.word.appeal.meaning": {
    id: "Keberatan tertulis atas hasil, dalam waktu yang ditentukan program.",
    en: "A written objection to a result, within the time that the program gives.",
  },
  "help.word.dapodik": { id: "Dapodik", en: "Dapodik" },
  "help.word.dapodik.meaning": {
    id: "Data Pokok Pendidikan: data sekolah, guru dan siswa dari kementerian pendidikan.",
    en: "The ministry of education's data on schools, teachers and pupils.",
  },
  "help.word.dukcapil": { id: "Dukcapil", en: "Dukcapil" },
  "help.word.dukcapil.meaning": {
    id: "Dinas Kependudukan dan Pencatatan Sipil di kabupaten atau kota Anda, yang mengurus NIK, KTP dan KK.",
    en: "The civil registry office of your regency or city, which keeps NIK, KTP and KK.",
  },
  "help.word.echelon": { id: "Eselon (Es.)", en: "Echelon (Es.)" },
  "help.word.echelon.meaning": {
    id: "Tingkat jabatan di pemerintah. Es. I adalah yang tertinggi di kementerian atau lembaga, lalu Es. II.",
    en: "The rank of a post in the government. Es. I is the highest in a ministry or agency, then Es. II.",
  },
  "help.word.jpt": { id: "JPT", en: "JPT" },
  "help.word.jpt.meaning": {
    id: "Jabatan Pimpinan Tinggi: sekelompok jabatan tinggi pada instansi pemerintah, yaitu JPT Utama (eselon I setara kepala LPNK, misalnya Kepala BKKBN atau BPOM), JPT Madya (eselon I pada K/L) dan JPT Pratama (eselon II pada K/L).",
    en: "Senior posts in the government: JPT Utama (echelon I, equal to the head of an LPNK, such as BKKBN or BPOM), JPT Madya (echelon I in a K/L) and JPT Pratama (echelon II in a K/L).",
  },
  "help.word.kk": { id: "KK", en: "KK" },
  "help.word.kk.meaning": {
    id: "Kartu Keluarga, dengan nomor 16 angka yang bukan NIK.",
    en: "The family card, with a number of 16 digits that is not the NIK.",
  },
  "help.word.ktp": { id: "KTP", en: "KTP" },
  "help.word.ktp.meaning": {
    id: "Kartu Tanda Penduduk. Nomornya adalah NIK Anda.",
    en: "The identity card. Its number is your NIK.",
  },
  "help.word.kl": { id: "K/L", en: "K/L" },
  "help.word.kl.meaning": {
    id: "Kementerian atau lembaga pemerintah.",
    en: "A ministry or an agency of the government (kementerian, lembaga).",
  },
  "help.word.lhkpn": { id: "LHKPN", en: "LHKPN" },
  "help.word.lhkpn.meaning": {
    id: "Laporan Harta Kekayaan Penyelenggara Negara: wajib disampaikan saat pertama menjabat, mutasi, promosi dan pensiun. Penyelenggara negara juga wajib mengumumkan hartanya dan bersedia diperiksa.",
    en: "The wealth report of holders of state offices: due on taking office, moving, being promoted and retiring. They must also publish what they own, and agree to have it examined.",
  },
  "help.word.lpnk": { id: "LPNK", en: "LPNK" },
  "help.word.lpnk.meaning": {
    id: "Lembaga Pemerintah Nonkementerian, misalnya BKKBN dan BPOM.",
    en: "An agency of the government outside the ministries, such as BKKBN and BPOM.",
  },
  "help.word.nik": { id: "NIK", en: "NIK" },
  "help.word.nik.meaning": {
    id: "Nomor Induk Kependudukan: 16 angka di KTP Anda. NIK sama dengan nomor KTP.",
    en: "The national identity number: the 16 digits on your KTP. It is the same as the number of the KTP.",
  },
  "help.word.npwp": { id: "NPWP", en: "NPWP" },
  "help.word.npwp.meaning": { id: "Nomor Pokok Wajib Pajak.", en: "The taxpayer number." },
  "help.word.number": { id: "Nomor registrasi", en: "Registration number" },
  "help.word.number.meaning": {
    id: "Nomor yang diberikan instansi, biasanya setelah permohonan diterima.",
    en: "The number given by the institution, usually once the application is accepted.",
  },
  "help.word.otp": { id: "OTP (kode sekali pakai)", en: "OTP (one-time code)" },
  "help.word.otp.meaning": {
    id: "Kode yang berlaku sebentar dan satu kali, lewat e-mail, SMS atau aplikasi. Jangan pernah memberikannya kepada siapa pun, juga kepada petugas.",
    en: "A code that holds for a short time and once, by e-mail, SMS or an app. Never give it to anybody, agents included.",
  },
  "help.word.passkey": { id: "Kunci sandi", en: "Passkey" },
  "help.word.passkey.meaning": {
    id: "Cara masuk tanpa kata sandi, dengan sidik jari, wajah atau kunci layar perangkat Anda.",
    en: "A way to sign in without a password, by fingerprint, face or screen lock of your device.",
  },
  "help.word.pppk": { id: "PPPK", en: "PPPK" },
  "help.word.pppk.meaning": {
    id: "Pegawai Pemerintah dengan Perjanjian Kerja, misalnya guru PPPK.",
    en: "A government employee on contract, such as a PPPK teacher.",
  },
  "help.word.program": { id: "Program", en: "Program" },
  "help.word.program.meaning": {
    id: "Satu jenis pendaftaran dari satu instansi, dengan syarat dan masa pendaftarannya.",
    en: "One kind of registration of one institution, with its requirements and its period.",
  },
  "help.word.receipt": { id: "Nomor tanda terima", en: "Receipt number" },
  "help.word.receipt.meaning": {
    id: "Bukti bahwa permohonan Anda terkirim. Ini bukan nomor registrasi.",
    en: "Proof that your application was submitted. It is not the registration number.",
  },
  "help.word.returned": { id: "Dikembalikan", en: "Returned" },
  "help.word.returned.meaning": {
    id: "Petugas meminta Anda memperbaiki bagian yang ditandai, lalu mengirim lagi.",
    en: "The officer asks you to correct what was marked, and to submit again.",
  },
  "help.word.selfie": { id: "Swafoto", en: "Selfie (swafoto)" },
  "help.word.selfie.meaning": {
    id: "Foto diri yang Anda ambil sendiri. Swafoto memegang KTP: wajah dan tulisan KTP harus jelas terlihat.",
    en: "A photo that you take of yourself. In a selfie with the KTP your face and the writing on the KTP must be clear.",
  },
  "help.word.submit": { id: "Kirim (submit)", en: "Submit" },
  "help.word.submit.meaning": {
    id: "Langkah terakhir setelah semua isian dan berkas lengkap. Sesudahnya isian tidak dapat diubah lagi. Bila program mengatakannya, permohonan yang lengkap dikirim sendiri oleh sistem pada batas akhir.",
    en: "The last step, when everything is filled in and uploaded. Afterwards nothing can be changed. Where the program says so, what is complete is sent by the system itself at the deadline.",
  },
  "help.word.task": { id: "Bagian", en: "Part" },
  "help.word.task.meaning": {
    id: "Sekelompok halaman dalam permohonan, misalnya data diri atau alamat.",
    en: "A group of pages of an application, such as personal details or address.",
  },
  "help.word.template": { id: "Templat (lampiran)", en: "Template (attachment)" },
  "help.word.template.meaning": {
    id: "Contoh surat yang diunduh, diisi, ditandatangani, lalu diunggah.",
    en: "A sample letter that you download, fill in, sign and upload.",
  },
  "help.word.thk2": { id: "THK-II", en: "THK-II" },
  "help.word.thk2.meaning": {
    id: "Tenaga Honorer Kategori II: pegawai honorer yang tercatat dalam data pemerintah.",
    en: "Honorary staff of category II, as recorded by the government.",
  },
  "help.word.ticket": { id: "Tiket", en: "Ticket" },
  "help.word.ticket.meaning": {
    id: "Pertanyaan Anda kepada petugas, dengan nomor untuk melihat jawabannya: Pertanyaan, Diterima, Proses, Jawaban.",
    en: "Your question to an agent, with a number by which you see the answer: asked, received, in progress, answered.",
  },
} as const;
