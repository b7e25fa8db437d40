/** Words about verdicts that are announced together, and about appeals. */
export const announceTexts = {
  "status.decided": { id: "Menunggu pengumuman", en: "Waiting for the announcement" },
  "status.appealed": { id: "Sanggah diperiksa", en: "Appeal under examination" },
  "apply.status_text_decided": {
    id: "Pemeriksaan permohonan Anda sudah selesai. Hasilnya diumumkan bersama hasil pendaftar lain.",
    en: "The examination of your application is finished. Its result is announced together with those of the others.",
  },
  "apply.status_text_appealed": {
    id: "Sanggah Anda sudah kami terima dan sedang diperiksa oleh petugas yang tidak memutuskan permohonan ini.",
    en: "We received your appeal. It is examined by an officer who did not decide this application.",
  },
  "apply.event_decided": { id: "Diputuskan; menunggu pengumuman", en: "Decided; waiting for the announcement" },
  "apply.event_appealed": { id: "Sanggah dikirim", en: "Appeal sent" },
  "apply.event_appeal_denied": { id: "Sanggah ditolak", en: "Appeal denied" },
  "apply.event_appeal_granted": {
    id: "Sanggah dikabulkan; permohonan diperiksa kembali",
    en: "Appeal granted; the application is examined again",
  },
  "console.state.decided": { id: "menunggu pengumuman", en: "waiting for the announcement" },
  "console.state.appealed": { id: "disanggah", en: "appealed" },
  "console.event.decided": { id: "Diputuskan; menunggu pengumuman", en: "Decided; waiting for the announcement" },
  "console.event.appealed": { id: "Disanggah pendaftar", en: "Appealed by the applicant" },
  "console.event.appeal_denied": { id: "Sanggah ditolak", en: "Appeal denied" },
  "console.event.appeal_granted": { id: "Sanggah dikabulkan", en: "Appeal granted" },
} as const;
