import { helpTexts } from "./help.ts";
import { policyTexts } from "./policies.ts";

/** Words of the public pages: the portal, a program, help and the policies. */
export const publicTexts = {
  "portal.title": { id: "Daftar sekali, ikuti sampai selesai.", en: "Register once, follow it to the end." },
  "portal.page_title": { id: "Program pendaftaran", en: "Registration programs" },
  "portal.lead": {
    id: "Pilih program, isi bertahap kapan saja, unggah berkas dari ponsel, dan pantau setiap langkahnya. Yang sudah Anda simpan tidak akan hilang.",
    en: "Choose a program, fill it in step by step at any time, upload documents from your phone, and follow every step. What you have saved is never lost.",
  },
  "portal.search": { id: "Cari program atau instansi", en: "Search for a program or institution" },
  "portal.search_button": { id: "Cari", en: "Search" },
  "portal.open": { id: "Sedang dibuka", en: "Open now" },
  "portal.soon": { id: "Segera dibuka", en: "Opening soon" },
  "portal.closed": { id: "Sudah ditutup", en: "Closed" },
  "portal.results": {
    id: "{count, plural, =0 {Tidak ada program} other {# program}} untuk “{query}”",
    en: "{count, plural, =0 {No programs} one {# program} other {# programs}} for “{query}”",
  },
  "portal.all": { id: "Tampilkan semua program", en: "Show all programs" },
  "portal.nothing_title": { id: "Tidak ada program yang cocok", en: "No program matches" },
  "portal.nothing_text": {
    id: "Coba kata yang lebih pendek, nama instansinya, atau lihat semua program.",
    en: "Try a shorter word, the name of the institution, or see all programs.",
  },
  "portal.none_title": { id: "Belum ada program", en: "No programs yet" },
  "portal.none_text": {
    id: "Program pendaftaran akan tampil di sini begitu instansi menerbitkannya.",
    en: "Registration programs appear here as soon as an institution publishes them.",
  },

  "window.open": { id: "Dibuka", en: "Open" },
  "window.closes_in": {
    id: "{days, plural, =0 {Tutup hari ini} =1 {Tutup besok} other {Tutup # hari lagi}}",
    en: "{days, plural, =0 {Closes today} =1 {Closes tomorrow} other {Closes in # days}}",
  },
  "window.soon": { id: "Segera", en: "Soon" },
  "window.closed": { id: "Ditutup", en: "Closed" },
  "window.all_year": { id: "Sepanjang tahun", en: "All year" },
  "window.opens_on": { id: "Buka {day}", en: "Opens {day}" },
  "window.closes_on": { id: "Tutup {day}", en: "Closes {day}" },
  "window.closed_on": { id: "Ditutup {day}", en: "Closed {day}" },
  "window.free": { id: "Gratis", en: "Free" },

  "program.all": { id: "Semua program", en: "All programs" },
  "program.start": { id: "Mulai", en: "Start" },
  "program.start_again": { id: "Mulai permohonan baru", en: "Start a new application" },
  "program.continue": { id: "Lanjutkan permohonan Anda", en: "Continue your application" },
  "program.status": { id: "Lihat status permohonan Anda", en: "See the status of your application" },
  "program.sign_in_first": {
    id: "Anda akan diminta masuk lebih dahulu, lalu kembali ke halaman ini.",
    en: "You will be asked to sign in first, and then come back to this page.",
  },
  "program.register": { id: "Belum punya akun? Buat akun", en: "No account yet? Create one" },
  "program.save_note": {
    id: "Boleh berhenti kapan saja. Setiap halaman disimpan begitu Anda melanjutkan.",
    en: "You may stop at any time. Every page is saved as you continue.",
  },
  "program.opens_at": { id: "Pendaftaran dibuka {moment}.", en: "Registration opens on {moment}." },
  "program.opens_note": {
    id: "Siapkan dulu keperluan di bawah ini, lalu kembali pada waktu itu.",
    en: "Have what is listed below ready, and come back then.",
  },
  "program.closed_at": { id: "Pendaftaran ditutup {moment}.", en: "Registration closed on {moment}." },
  "program.closed_note": {
    id: "Permohonan baru tidak diterima lagi. Permohonan yang sudah Anda kirim tetap dapat dilihat di beranda Anda.",
    en: "New applications are no longer taken. Those that you submitted remain in your home.",
  },
  "program.about": { id: "Tentang program ini", en: "About this program" },
  "program.needs": { id: "Yang perlu Anda siapkan", en: "What you need" },
  "program.documents": { id: "Berkas yang diunggah", en: "Documents to upload" },
  "program.size": { id: "paling besar {size}", en: "at most {size}" },
  "program.conditional": { id: "hanya bila sesuai jawaban Anda", en: "only if your answers call for it" },
  "program.optional": { id: "boleh dilewati", en: "optional" },
  "program.no_documents": {
    id: "Program ini tidak meminta berkas.",
    en: "This program asks for no documents.",
  },
  "program.steps": { id: "Langkah-langkahnya", en: "The steps" },
  "program.steps_tasks": {
    id: "Isi {count} bagian",
    en: "{count, plural, one {Fill in one part} other {Fill in # parts}}",
  },
  "program.steps_check": { id: "Periksa jawaban, lalu kirim", en: "Check your answers, then submit" },
  "program.steps_check_detail": {
    id: "Anda menerima tanda terima dengan nomornya, di layar dan lewat e-mail.",
    en: "You get a receipt with its number, on screen and by e-mail.",
  },
  "program.steps_review": { id: "Petugas memeriksa", en: "An officer checks it" },
  "program.steps_review_detail": {
    id: "Bila ada yang keliru, permohonan dikembalikan dan Anda memperbaiki bagian yang ditandai saja.",
    en: "If something is wrong it is returned, and you correct only what was marked.",
  },
  "program.steps_number": { id: "Terima nomor registrasi", en: "Receive your registration number" },
  "program.steps_number_detail": {
    id: "Nomornya dikirim lewat e-mail dan selalu ada di beranda Anda.",
    en: "The number comes by e-mail and always stands in your home.",
  },
  "program.steps_decision": { id: "Terima keputusan", en: "Receive the decision" },
  "program.steps_decision_detail": {
    id: "Keputusan dikirim lewat e-mail dan selalu ada di beranda Anda.",
    en: "The decision comes by e-mail and always stands in your home.",
  },
  "program.window": { id: "Masa pendaftaran", en: "Registration period" },
  "program.opens": { id: "Dibuka", en: "Opens" },
  "program.closes": { id: "Ditutup", en: "Closes" },
  "program.at_close_lock": {
    id: "Kirim permohonan sebelum penutupan. Sesudah itu permohonan yang belum dikirim dikunci dan tidak diproses.",
    en: "Submit before the closing. After it, applications that were not submitted are locked and not processed.",
  },
  "program.at_close_submit": {
    id: "Pada penutupan, permohonan yang sudah lengkap dikirim otomatis bila Anda menyetujuinya sebelumnya; yang lain dikunci dan tidak diproses.",
    en: "At the closing, complete applications are submitted automatically if you agreed to it before; the others are locked and not processed.",
  },
  "program.all_year": {
    id: "Program ini dibuka sepanjang tahun, tanpa tanggal penutupan.",
    en: "This program is open all year, without a closing date.",
  },
  "program.fee": { id: "Biaya", en: "Fee" },
  "program.processing": { id: "Waktu pemeriksaan", en: "Time for the check" },
  "program.processing_days": {
    id: "{days} hari kerja",
    en: "{days, plural, one {# working day} other {# working days}}",
  },
  "program.glance": { id: "Sekilas", en: "At a glance" },
  "program.ask": { id: "Ada pertanyaan?", en: "Any questions?" },
  "program.ask_link": { id: "Buka halaman bantuan", en: "Open the help page" },
  "program.data": { id: "Data pribadi Anda", en: "Your personal data" },
  "program.data_who": { id: "Pengendali data", en: "Data controller" },
  "program.data_purpose": { id: "Tujuan", en: "Purpose" },
  "program.data_basis": { id: "Dasar pemrosesan", en: "Basis of processing" },
  "program.data_retention": { id: "Masa penyimpanan", en: "Kept for" },
  "program.data_retention_of": { id: "{period} setelah keputusan", en: "{period} after the decision" },
  "program.data_link": { id: "Cara layanan ini menjaga data Anda", en: "How this service protects your data" },
  "program.faq": { id: "Tanya jawab", en: "Questions and answers" },
  "basis.consent": { id: "Persetujuan Anda", en: "Your consent" },
  "basis.contract": { id: "Perjanjian dengan Anda", en: "A contract with you" },
  "basis.legal_obligation": { id: "Kewajiban hukum instansi", en: "A legal obligation of the institution" },
  "basis.vital_interest": { id: "Pelindungan kepentingan vital", en: "Protection of vital interests" },
  "basis.public_task": { id: "Tugas pelayanan publik", en: "A task in the public interest" },
  "basis.legitimate_interest": { id: "Kepentingan yang sah", en: "A legitimate interest" },

  "dev.gallery": { id: "Galeri komponen", en: "Gallery of components" },
  "dev.letters": { id: "Surat yang terkirim", en: "Letters sent" },
  "dev.no_letters": { id: "Belum ada surat", en: "No letters yet" },
  "dev.no_letters_text": {
    id: "Surat muncul di sini begitu dikirim, misalnya setelah Anda membuat akun. Muat ulang halaman ini.",
    en: "Letters appear here as they are sent, for example once you have created an account. Reload this page.",
  },
  "dev.letters_lead": {
    id: "Surat yang ditahan oleh server e-mail bawaan. Halaman ini hanya ada pada pengembangan dan demonstrasi.",
    en: "Letters kept by the built-in mail server. This page exists in development and demonstration only.",
  },

  ...helpTexts,
  ...policyTexts,
} as const;
