/** Words of the tables that are taken out of the console. */
export const exportTexts = {
  "console.export.title": { id: "Ekspor untuk panitia seleksi", en: "Export for the selection committee" },
  "console.export.warning": {
    id: "Berkas ini memuat data pribadi. Ambil hanya yang diperlukan; paling banyak {most} orang per berkas dan per 24 jam. Setiap ekspor tercatat dengan nama Anda dan keperluannya.",
    en: "The file holds personal data. Take only what is needed; at most {most} people per file and per 24 hours. Every export is recorded with your name and its purpose.",
  },
  "console.export.selection": { id: "Permohonan yang mana?", en: "Which applications?" },
  "console.export.selection.all": { id: "Semua yang sudah dikirim ({count})", en: "All that were submitted ({count})" },
  "console.export.selection.undecided": { id: "Yang belum diputuskan ({count})", en: "The undecided ({count})" },
  "console.export.selection.accepted": { id: "Yang diterima ({count})", en: "The accepted ({count})" },
  "console.export.selection.rejected": { id: "Yang ditolak ({count})", en: "The rejected ({count})" },
  "console.export.part": { id: "Bagian", en: "Part" },
  "console.export.part_hint": {
    id: "Satu berkas memuat paling banyak {most} orang, urut menurut waktu kirim.",
    en: "One file holds at most {most} people, in the order of submission.",
  },
  "console.export.part_item": { id: "Nomor urut {from} sampai {until}", en: "From {from} to {until}" },
  "console.export.columns": { id: "Kolom", en: "Columns" },
  "console.export.specific": { id: "Data pribadi yang bersifat spesifik", en: "Specific personal data" },
  "console.export.specific_hint": {
    id: "Tidak disertakan kecuali dicentang satu per satu. Centang hanya yang benar-benar diperlukan panitia.",
    en: "Left out unless ticked one by one. Tick only what the committee really needs.",
  },
  "console.export.fact.receipt": { id: "Nomor tanda terima", en: "Receipt number" },
  "console.export.fact.number": { id: "Nomor registrasi", en: "Registration number" },
  "console.export.fact.status": { id: "Status", en: "Status" },
  "console.export.fact.submitted_at": { id: "Dikirim", en: "Submitted" },
  "console.export.purpose": { id: "Untuk keperluan apa?", en: "For what purpose?" },
  "console.export.purpose_hint": {
    id: "Misalnya: rapat panitia seleksi tahap administrasi. Jangan menulis data pendaftar.",
    en: "Such as: meeting of the selection committee on the administrative stage. Do not write applicants' data.",
  },
  "console.export.format": { id: "Bentuk berkas", en: "Kind of file" },
  "console.export.format.xlsx": { id: "Lembar kerja (XLSX)", en: "Workbook (XLSX)" },
  "console.export.format.csv": { id: "Teks (CSV)", en: "Text (CSV)" },
  "console.export.button": { id: "Buat ekspor", en: "Make the export" },
  "console.export.ready": {
    id: "Ekspor siap: {count} orang.",
    en: "The export is ready: {count, plural, one {# person} other {# people}}.",
  },
  "console.export.download": { id: "Unduh berkas", en: "Download the file" },
  "console.export.ready_text": {
    id: "Hanya Anda yang dapat mengunduhnya, selama satu jam sejak dibuat. Setiap unduhan tercatat.",
    en: "Only you can download it, within an hour of its making. Each download is recorded.",
  },
  "console.export.watermark": {
    id: "Rahasia, memuat data pribadi. Diekspor oleh petugas {officer} pada {at}; ekspor {export}, bagian {part} dari {parts}.",
    en: "Confidential, holds personal data. Exported by officer {officer} on {at}; export {export}, part {part} of {parts}.",
  },
  "console.export.past": { id: "Ekspor sebelumnya", en: "Earlier exports" },
  "console.export.column.at": { id: "Waktu", en: "When" },
  "console.export.column.by": { id: "Oleh", en: "By" },
  "console.export.column.people": { id: "Orang", en: "People" },
  "console.export.column.purpose": { id: "Keperluan", en: "Purpose" },
  "console.export.error.selection": { id: "Pilih permohonan yang mana.", en: "Choose which applications." },
  "console.export.error.columns": {
    id: "Pilih sedikitnya satu kolom dari daftar ini.",
    en: "Choose at least one column of this list.",
  },
  "console.export.error.purpose": {
    id: "Tulis keperluannya, sedikitnya {min} karakter.",
    en: "Write the purpose, in at least {min} characters.",
  },
  "console.export.error.purpose_long": {
    id: "Keperluan paling panjang {max} karakter.",
    en: "A purpose has at most {max} characters.",
  },
  "console.export.error.purpose_characters": {
    id: "Keperluan memuat karakter yang tidak dapat disimpan. Hapus karakter itu.",
    en: "The purpose has a character that cannot be kept. Remove it.",
  },
  "console.export.error.format": { id: "Pilih bentuk berkas.", en: "Choose the kind of file." },
  "console.export.error.nobody": {
    id: "Tidak ada permohonan dalam pilihan ini.",
    en: "There is no application in this choice.",
  },
  "console.export.error.too_many": {
    id: "Batas ekspor 24 jam terlampaui: Anda masih dapat mengambil {left} orang. Percobaan ini tercatat.",
    en: "This is beyond the limit of 24 hours: you may still take {left, plural, one {# person} other {# people}}. This try is recorded.",
  },
} as const;
