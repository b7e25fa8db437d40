/** Words that several console pages share, and those of its programs and of what is in review. */
export const consoleTexts = {
  "console.area": { id: "Konsol petugas", en: "Staff console" },
  "console.sections": { id: "Bagian konsol", en: "Parts of the console" },
  "console.section": { id: "Bagian: {here}", en: "Part: {here}" },
  "console.to_queue": { id: "Antrean", en: "Queue" },
  "console.to_programs": { id: "Program", en: "Programs" },
  "console.to_staff": { id: "Petugas", en: "Staff" },
  "console.to_figures": { id: "Angka", en: "Figures" },
  "console.to_claims": { id: "Sedang diperiksa", en: "In review" },
  "console.back_to_queue": { id: "Kembali ke antrean", en: "Back to the queue" },
  "console.back_to_application": { id: "Kembali ke permohonan", en: "Back to the application" },
  "console.success": { id: "Berhasil", en: "Done" },
  "console.important": { id: "Penting", en: "Important" },
  "console.warning_sign": { id: "Peringatan", en: "Warning" },
  "console.error_sign": { id: "Kesalahan", en: "Error" },
  "console.unnamed": { id: "Tanpa nama", en: "No name" },
  "console.days": { id: "{count} hari", en: "{count, plural, one {# day} other {# days}}" },
  "console.hours": { id: "{count} jam", en: "{count, plural, one {# hour} other {# hours}}" },
  "console.minutes": { id: "{count} menit", en: "{count, plural, one {# minute} other {# minutes}}" },
  "console.left": { id: "sisa {span}", en: "{span} left" },
  "console.late": { id: "terlambat {span}", en: "{span} late" },
  "console.age": { id: "{span} lalu", en: "{span} ago" },
  "console.round": { id: "kiriman ke-{round}", en: "submission {round}" },

  "console.state.draft": { id: "draf", en: "draft" },
  "console.state.submitted": { id: "menunggu", en: "waiting" },
  "console.state.in_review": { id: "diperiksa", en: "in review" },
  "console.state.returned": { id: "dikembalikan", en: "returned" },
  "console.state.accepted": { id: "diterima", en: "accepted" },
  "console.state.rejected": { id: "ditolak", en: "rejected" },
  "console.state.locked": { id: "terkunci", en: "locked" },
  "console.state.withdrawn": { id: "ditarik", en: "withdrawn" },
  "console.state.expired": { id: "kedaluwarsa", en: "expired" },

  "console.claims.title": { id: "Sedang diperiksa", en: "In review" },
  "console.claims.text": {
    id: "Permohonan yang sedang ada pada petugas. Lepaskan bila petugasnya berhalangan; yang tidak dikerjakan selama {hours} jam dilepaskan sendiri.",
    en: "Applications that members of staff hold. Release one when its reviewer is away; after {hours} hours without work on it that happens by itself.",
  },
  "console.claims.caption": {
    id: "{count} permohonan, yang paling lama tidak dikerjakan di atas",
    en: "{count, plural, one {# application} other {# applications}}, the longest without work first",
  },
  "console.claims.column.number": { id: "Nomor", en: "Number" },
  "console.claims.column.holder": { id: "Petugas", en: "Reviewer" },
  "console.claims.column.since": { id: "Terakhir dikerjakan", en: "Last worked on" },
  "console.claims.column.action": { id: "Tindakan", en: "Action" },
  "console.claims.release": { id: "Lepaskan", en: "Release" },
  "console.claims.release_of": { id: "{number} dari {name}", en: "{number} from {name}" },
  "console.claims.released": {
    id: "Permohonan itu kembali ke antrean.",
    en: "The application is back in the queue.",
  },
  "console.claims.empty.title": { id: "Tidak ada yang dipegang", en: "Nothing is held" },
  "console.claims.empty.text": {
    id: "Saat ini tidak ada petugas yang sedang memeriksa permohonan.",
    en: "No member of staff is reviewing an application at the moment.",
  },

  "console.programs.export": { id: "Ekspor untuk panitia", en: "Export for the committee" },
  "console.programs.title": { id: "Program instansi", en: "Programs of the institution" },
  "console.programs.column.program": { id: "Program", en: "Program" },
  "console.programs.column.window": { id: "Masa pendaftaran", en: "Window" },
  "console.programs.column.version": { id: "Versi", en: "Version" },
  "console.programs.column.counts": { id: "Permohonan", en: "Applications" },
  "console.programs.count": { id: "{state}: {count}", en: "{state}: {count}" },
  "console.programs.window": { id: "{opens} sampai {closes}", en: "{opens} to {closes}" },
  "console.programs.window_open": { id: "Sejak {opens}, sepanjang tahun", en: "Since {opens}, all year" },
  "console.programs.state.open": { id: "dibuka", en: "open" },
  "console.programs.state.soon": { id: "segera", en: "soon" },
  "console.programs.state.closed": { id: "ditutup", en: "closed" },
  "console.programs.none_yet": { id: "belum ada", en: "none yet" },
  "console.programs.empty.title": { id: "Belum ada program", en: "No programs yet" },
  "console.programs.empty.text": {
    id: "Program muncul di sini setelah berkas programnya diterbitkan.",
    en: "A program appears here once its program file is published.",
  },

  "refusal.already_decided.title": { id: "Permohonan ini sudah diputuskan", en: "This application is already decided" },
  "refusal.already_decided.text": {
    id: "Keputusan sudah tercatat satu kali dan tidak diulang. Buka antrean untuk melihat yang berikutnya.",
    en: "The decision was recorded once and is not repeated. Open the queue to see what is next.",
  },

  "refusal.claimed_elsewhere.title": { id: "Sudah diambil petugas lain", en: "Somebody else has taken it" },
  "refusal.claimed_elsewhere.text": {
    id: "Petugas lain sedang memeriksa permohonan ini. Tidak ada yang berubah. Ambil permohonan lain dari antrean.",
    en: "Another member of staff is reviewing this application. Nothing was changed. Take another one from the queue.",
  },

  "refusal.already_claimed.title": { id: "Sudah Anda ambil", en: "You have taken it already" },
  "refusal.already_claimed.text": {
    id: "Permohonan ini sudah ada pada Anda. Buka dari antrean dan lanjutkan.",
    en: "This application is with you already. Open it from the queue and go on.",
  },

  "refusal.not_claimed.title": { id: "Ambil permohonan ini dahulu", en: "Take this application first" },
  "refusal.not_claimed.text": {
    id: "Permohonan ini sedang menunggu di antrean dan tidak ada pada Anda. Ambil dahulu, lalu nilai.",
    en: "This application waits in the queue and is not with you. Take it first, then judge it.",
  },

  "refusal.other_round.title": { id: "Sudah ada kiriman yang lebih baru", en: "There is a newer submission" },
  "refusal.other_round.text": {
    id: "Pendaftar sudah mengirim perbaikan sejak halaman ini dibuka. Buka lagi permohonannya untuk melihat kiriman terbaru.",
    en: "The applicant has submitted a correction since this page was opened. Open the application again to see it.",
  },

  "refusal.withdrawn_meanwhile.title": {
    id: "Pendaftar sudah menarik permohonan ini",
    en: "The applicant has withdrawn this application",
  },
  "refusal.withdrawn_meanwhile.text": {
    id: "Permohonan ini tidak perlu diputuskan lagi. Buka antrean untuk melihat yang berikutnya.",
    en: "This application needs no decision any more. Open the queue to see what is next.",
  },

  "refusal.own_roles.title": { id: "Peran sendiri tidak dapat diubah", en: "You cannot change your own roles" },
  "refusal.own_roles.text": {
    id: "Demi keamanan, peran Anda hanya dapat diubah oleh admin lain di instansi Anda.",
    en: "For safety, your roles can only be changed by another administrator of your institution.",
  },

  "refusal.last_admin.title": { id: "Harus ada sedikitnya satu admin", en: "There must be at least one administrator" },
  "refusal.last_admin.text": {
    id: "Ini admin terakhir di instansi ini. Beri peran admin kepada orang lain dahulu.",
    en: "This is the last administrator of the institution. Grant the role to somebody else first.",
  },
} as const;
