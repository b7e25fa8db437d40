/** A NIK that several accounts state, and who proved it. */
export const nikClaimTexts = {
  "nik.shared.title": { id: "NIK ini juga ditulis di akun lain", en: "This NIK is stated in another account too" },
  "nik.shared.text": {
    id: "Anda dapat terus mendaftar. Kami akan memeriksa dengan KTP siapa pemiliknya; akun siapa itu tidak kami sebutkan.",
    en: "You can go on. We will find out from the KTP whose it is; we do not say whose the other account is.",
  },

  "console.queue.nik_shared": { id: "NIK di akun lain", en: "NIK in another account" },
  "console.queue.nik_taken": { id: "NIK milik akun lain", en: "NIK is another account's" },
  "console.nik.title": { id: "NIK", en: "NIK" },
  "console.nik.proven": { id: "Terbukti milik pendaftar", en: "Proven to be the applicant's" },
  "console.nik.stated": { id: "Belum terbukti", en: "Not proven yet" },
  "console.nik.held": { id: "Milik akun lain", en: "Another account's" },
  "console.nik.shared": { id: "Juga ditulis di akun lain", en: "Stated in another account too" },
  "console.nik.second": { id: "Akun ini juga memakai NIK lain", en: "This account has used another NIK too" },
  "console.nik.compare": {
    id: "Bandingkan NIK, nama dan tanggal lahir dengan KTP. Siapa yang lebih dulu terbukti menjadi pemilik NIK.",
    en: "Compare NIK, name and birth date with the KTP. Whoever is proven first holds the NIK.",
  },
  "console.nik.held_text": {
    id: "Akun lain sudah membuktikan NIK ini. Jangan terima tanpa memeriksa siapa pemiliknya.",
    en: "Another account has proved this NIK. Do not accept without finding out whose it is.",
  },
  "console.nik.ask": { id: "Buka perkara dan minta bukti", en: "Begin a case and ask for evidence" },
  "console.nik.ask_hint": {
    id: "Pendaftar diminta lewat surat memberi swafoto dan pindaian KTP. Setelah dikirim, dua petugas membandingkan kedua pihak.",
    en: "The applicant is asked by letter for a selfie and a scan of the KTP. Once they are sent, two officers compare both sides.",
  },
  "console.nik.asked": {
    id: "Perkara sudah dimulai; bukti pendaftar ditunggu.",
    en: "A case was begun; the applicant's evidence is awaited.",
  },
  "console.nik.seen": { id: "NIK sesuai KTP", en: "The NIK is as on the KTP" },
} as const;
