/** Words on papers that people keep, and on the page where anyone can check them. */
export const paperTexts = {
  "paper.receipt": { id: "Tanda terima permohonan", en: "Receipt of an application" },
  "paper.receipt_said": { id: "Permohonan sudah dikirim", en: "The application was submitted" },
  "paper.program": { id: "Program", en: "Program" },
  "paper.institution": { id: "Instansi", en: "Institution" },
  "paper.applicant": { id: "Pendaftar", en: "Applicant" },
  "paper.submitted": { id: "Dikirim", en: "Submitted" },
  "paper.keep": {
    id: "Simpan tanda terima ini. Sebutkan nomornya bila menghubungi instansi. Tanda terima bukan keputusan: hasilnya diberitahukan tersendiri.",
    en: "Keep this receipt, and name its number when you contact the institution. It is no decision: you are told the result separately.",
  },
  "paper.letter_download": { id: "Unduh surat (PDF)", en: "Download the letter (PDF)" },
  "paper.letter_accepted": { id: "Surat pemberitahuan diterima", en: "Letter of acceptance" },
  "paper.letter_accepted_said": { id: "Permohonan diterima", en: "The application was accepted" },
  "paper.letter_accepted_text": {
    id: "Instansi telah memeriksa permohonan ini dan menerimanya. Nomor di atas adalah nomor registrasi.",
    en: "The institution examined this application and accepted it. The number above is the registration number.",
  },
  "paper.letter_rejected": { id: "Surat pemberitahuan ditolak", en: "Letter of rejection" },
  "paper.letter_rejected_said": { id: "Permohonan ditolak", en: "The application was rejected" },
  "paper.letter_rejected_text": {
    id: "Instansi telah memeriksa permohonan ini dan tidak dapat menerimanya, karena:",
    en: "The institution examined this application and cannot accept it, because:",
  },
  "paper.receipt_number": { id: "Nomor tanda terima", en: "Receipt number" },
  "paper.decided": { id: "Diputuskan", en: "Decided" },
  "paper.letter_qr": {
    id: "Nomor tanda terima pada surat ini dapat diperiksa siapa pun di alamat berikut. Hasil permohonan tidak ditampilkan di sana.",
    en: "Anyone can check the receipt number of this letter at the following address. It does not show the outcome.",
  },
  "paper.qr_label": { id: "Kode QR untuk memeriksa keaslian bukti ini", en: "QR code to check that this is genuine" },
  "paper.qr_text": {
    id: "Siapa pun dapat memeriksa keaslian bukti ini dengan memindai kode ini, atau membuka:",
    en: "Anyone can check that this is genuine by scanning the code, or by opening:",
  },
  "paper.check_title": { id: "Keaslian surat", en: "Whether the letter is genuine" },
  "paper.check_link": { id: "Buka halaman pemeriksaan", en: "Open the page that checks it" },
  "paper.sealed": {
    id: "Disegel dalam catatan audit: baris {position} dari {size}, {moment}. Akar pohon: {root}",
    en: "Sealed in the audit record: entry {position} of {size}, {moment}. Root of the tree: {root}",
  },
  "paper.not_sealed": {
    id: "Penyegelan dalam catatan audit menyusul beberapa detik setelah pengiriman.",
    en: "It is sealed in the audit record a few seconds after it was submitted.",
  },

  "receipt.download": { id: "Unduh bukti (PDF)", en: "Download the receipt (PDF)" },
  "receipt.proof_title": { id: "Bukti dalam catatan audit", en: "Proof in the audit record" },
  "receipt.proof_text": {
    id: "Pengiriman ini disegel sebagai baris {position} dari {size}. Siapa pun yang menyimpan berkas bukti dapat menunjukkan bahwa catatan itu tidak diubah, tanpa harus memercayai kami.",
    en: "This submission is sealed as entry {position} of {size}. Whoever keeps the proof can show that the record was not changed, without having to believe us.",
  },
  "receipt.proof_wait": {
    id: "Pengiriman ini sedang disegel. Muat ulang halaman ini beberapa detik lagi.",
    en: "This submission is being sealed. Load this page again in a few seconds.",
  },
  "receipt.proof_root": { id: "Akar pohon", en: "Root of the tree" },
  "receipt.proof_file": { id: "Unduh berkas bukti (JSON)", en: "Download the proof (JSON)" },
  "receipt.check": {
    id: "Siapa pun dapat memeriksa keaslian bukti ini dengan memindai kode QR.",
    en: "Anyone can check that this receipt is genuine by scanning the QR code.",
  },

  "check.nav": { id: "Cek surat", en: "Check a paper" },
  "check.title": { id: "Cek keaslian surat", en: "Check whether a paper is genuine" },
  "check.lead": {
    id: "Ketik nomor tanda terima, atau pindai kode QR pada suratnya. Data pribadi tidak pernah ditampilkan di sini.",
    en: "Type the receipt number, or scan the QR code on the paper. Nothing personal is ever shown here.",
  },
  "check.number": { id: "Nomor tanda terima", en: "Receipt number" },
  "check.number_hint": { id: "Misalnya R-7K3M9-QX2PA", en: "For example R-7K3M9-QX2PA" },
  "check.submit": { id: "Periksa", en: "Check" },
  "check.another": { id: "Periksa nomor lain", en: "Check another number" },
  "check.genuine": { id: "Tanda terima ini asli", en: "This receipt is genuine" },
  "check.state": { id: "Catatan audit", en: "Audit record" },
  "check.state_sealed": { id: "Disegel dalam catatan", en: "Sealed in the record" },
  "check.state_waiting": { id: "Sedang disegel", en: "Being sealed" },
  "check.not_found": { id: "Nomor ini tidak ditemukan", en: "This number was not found" },
  "check.not_found_text": {
    id: "Tidak ada tanda terima dengan nomor {number}. Periksa penulisannya. Bila nomornya benar seperti pada surat, surat itu bukan dari layanan ini.",
    en: "There is no receipt with the number {number}. Check how it is written. If the paper says just that, it is not from this service.",
  },
  "check.error.form": {
    id: "Nomor tanda terima adalah huruf R dan sepuluh huruf atau angka, misalnya R-7K3M9-QX2PA",
    en: "A receipt number is the letter R and ten letters or digits, such as R-7K3M9-QX2PA",
  },
  "check.error.empty": { id: "Ketik nomor tanda terima", en: "Type the receipt number" },
  "check.record_title": { id: "Catatan yang disegel", en: "The sealed record" },
  "check.record_text": {
    id: "Setiap perbuatan yang dicatat disegel setiap detik. Kepala catatan terakhir ada di bawah ini; simpan bila Anda ingin membuktikan kelak bahwa catatan tidak diubah.",
    en: "Every recorded act is sealed each second. The newest head of the record stands below; keep it if you want to prove later that the record was not changed.",
  },
  "check.record_size": { id: "Jumlah baris", en: "Entries" },
  "check.record_root": { id: "Akar pohon", en: "Root of the tree" },
  "check.record_at": { id: "Waktu", en: "Moment" },
  "check.record_key": { id: "Kunci publik (Ed25519)", en: "Public key (Ed25519)" },
  "check.record_signature": { id: "Tanda tangan", en: "Signature" },
} as const;
