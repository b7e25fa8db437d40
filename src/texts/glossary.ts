/** The words of registration and what they mean, for the glossary of the helpdesk; those of one program stand in its file. */
export const glossaryTexts = {
  "help.glossary": { id: "Arti kata", en: "What the words mean" },
  "help.glossary_lead": {
    id: "Kata dan singkatan yang Anda temui di sini. Istilah suatu program juga dijelaskan di halaman program itu.",
    en: "Words and abbreviations that you meet here. Terms of a program are explained on its own page too.",
  },
  "help.glossary_program": { id: "Istilah {program}", en: "Terms of {program}" },
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
  "help.word.jpt": { id: "JPT", en: "JPT" },
  "help.word.jpt.meaning": {
    id: "Jabatan Pimpinan Tinggi: sekelompok jabatan tinggi pada instansi pemerintah, yaitu JPT Utama (setara kepala lembaga), Madya (eselon I) dan Pratama (eselon II).",
    en: "Senior posts in the government: JPT Utama (equal to the head of an agency), Madya (echelon I) and Pratama (echelon II).",
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
  "help.word.lhkpn": { id: "LHKPN", en: "LHKPN" },
  "help.word.lhkpn.meaning": {
    id: "Laporan Harta Kekayaan Penyelenggara Negara: wajib disampaikan saat pertama menjabat, mutasi, promosi dan pensiun.",
    en: "The wealth report of holders of state offices: due on taking office, moving, being promoted and retiring.",
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
  "help.word.passkey": { id: "Kunci sandi", en: "Passkey" },
  "help.word.passkey.meaning": {
    id: "Cara masuk tanpa kata sandi, dengan sidik jari, wajah atau kunci layar perangkat Anda.",
    en: "A way to sign in without a password, by fingerprint, face or screen lock of your device.",
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
  "help.word.task": { id: "Bagian", en: "Part" },
  "help.word.task.meaning": {
    id: "Sekelompok halaman dalam permohonan, misalnya data diri atau alamat.",
    en: "A group of pages of an application, such as personal details or address.",
  },
  "help.word.thk2": { id: "THK-II", en: "THK-II" },
  "help.word.thk2.meaning": {
    id: "Tenaga Honorer Kategori II: pegawai honorer yang tercatat dalam data pemerintah.",
    en: "Honorary staff of category II, as recorded by the government.",
  },
} as const;
