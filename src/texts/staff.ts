/** Words of the page on which roles are given and taken. */
export const staffTexts = {
  "console.staff.title": { id: "Petugas", en: "Staff" },
  "console.staff.column.name": { id: "Nama", en: "Name" },
  "console.staff.column.email": { id: "Alamat e-mail", en: "E-mail address" },
  "console.staff.column.role": { id: "Peran", en: "Role" },
  "console.staff.column.action": { id: "Tindakan", en: "Action" },
  "console.staff.you": { id: "Anda", en: "you" },
  "console.staff.role.officer": { id: "Petugas loket", en: "Officer" },
  "console.staff.role.reviewer": { id: "Verifikator", en: "Reviewer" },
  "console.staff.role.examiner": { id: "Penguji", en: "Examiner" },
  "console.staff.role.secretariat": { id: "Sekretariat", en: "Secretariat" },
  "console.staff.role.agent": { id: "Petugas helpdesk", en: "Agent" },
  "console.staff.role.treasurer": { id: "Bendahara", en: "Treasurer" },
  "console.staff.role.institution_admin": { id: "Admin instansi", en: "Institution admin" },
  "console.staff.role.auditor": { id: "Auditor", en: "Auditor" },
  "console.staff.role.data_protection_officer": {
    id: "Pejabat pelindungan data",
    en: "Data protection officer",
  },
  "console.staff.may.officer": {
    id: "Membaca program dan angka.",
    en: "Reads programs and figures.",
  },
  "console.staff.may.reviewer": {
    id: "Memeriksa dan memutuskan permohonan, dan memutuskan perkara NIK.",
    en: "Checks and decides applications, and decides cases about a NIK.",
  },
  "console.staff.may.examiner": {
    id: "Membaca program dan angka.",
    en: "Reads programs and figures.",
  },
  "console.staff.may.secretariat": {
    id: "Seperti verifikator, dan juga: menjawab sanggah, tiket dan nomor lama, membantu akun, dan membuat ekspor.",
    en: "As a reviewer, and also answers appeals, tickets and claims of numbers, helps with accounts and makes exports.",
  },
  "console.staff.may.agent": {
    id: "Menjawab tiket, menulis tanya jawab, membantu akun, dan memberi tahu gangguan.",
    en: "Answers tickets, writes questions and answers, helps with accounts and tells incidents.",
  },
  "console.staff.may.treasurer": {
    id: "Mencatat dan mencocokkan pembayaran, dan mengembalikan uang bersama petugas kedua; tidak membuka permohonan.",
    en: "Records and compares payments, and gives money back with a second officer; opens no applications.",
  },
  "console.staff.may.institution_admin": {
    id: "Mengatur petugas, masa pendaftaran, pengumuman, aturan kata sandi dan daftar domain e-mail, dan menyetujui pengembalian uang; tidak membuka permohonan.",
    en: "Manages staff, windows, announcements, password rules and lists of e-mail domains, and confirms refunds; opens no applications.",
  },
  "console.staff.may.auditor": {
    id: "Membaca jejak audit; tidak membuka permohonan.",
    en: "Reads the audit trail; opens no applications.",
  },
  "console.staff.may.data_protection_officer": {
    id: "Menjawab permintaan orang tentang data mereka.",
    en: "Answers what people ask about their data.",
  },
  "console.staff.revoke": { id: "Cabut", en: "Revoke" },
  "console.staff.revoke_of": { id: "peran {role} dari {name}", en: "the role {role} of {name}" },
  "console.staff.grant_title": { id: "Beri peran", en: "Grant a role" },
  "console.staff.grant_hint": {
    id: "Orang itu harus sudah mempunyai akun aktif di Daftar. Ia perlu masuk kembali dan memasang aplikasi autentikator.",
    en: "The person must have an active account on Daftar. They sign in again and set up an authenticator app.",
  },
  "console.staff.institution": { id: "Instansi", en: "Institution" },
  "console.staff.email": { id: "Alamat e-mail", en: "E-mail address" },
  "console.staff.role": { id: "Peran", en: "Role" },
  "console.staff.grant": { id: "Beri peran", en: "Grant the role" },
  "console.staff.granted": {
    id: "Bila alamat itu milik akun aktif, perannya sudah diberikan.",
    en: "If the address belongs to an active account, the role has been granted.",
  },
  "console.staff.revoked": { id: "Peran dicabut.", en: "The role is revoked." },
  "console.staff.error.email": {
    id: "Tulis alamat e-mail, misalnya nama@contoh.go.id.",
    en: "Write an e-mail address, such as name@example.org.",
  },
  "console.staff.error.role": { id: "Pilih satu peran.", en: "Choose one role." },
  "console.staff.error.institution": { id: "Pilih satu instansi.", en: "Choose one institution." },
} as const;
