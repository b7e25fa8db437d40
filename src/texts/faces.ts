/** What officers read when they compare two pictures of a face. */
export const faceTexts = {
  "faces.title": { id: "Bandingkan wajah", en: "Compare the faces" },
  "faces.lead": {
    id: "Apakah swafoto dan foto di KTP menunjukkan orang yang sama?",
    en: "Do the selfie and the picture on the card show the same person?",
  },
  "faces.selfie": { id: "Swafoto", en: "Selfie" },
  "faces.card": { id: "Foto di KTP", en: "Picture on the card" },
  "faces.legend": { id: "Hasil perbandingan", en: "What the comparison shows" },
  "faces.same": { id: "Orang yang sama", en: "The same person" },
  "faces.different": { id: "Orang yang berbeda", en: "Different people" },
  "faces.unclear": { id: "Tidak jelas", en: "Not clear" },
  "faces.by.staff": { id: "Menurut petugas: {outcome}, {at}.", en: "An officer: {outcome}, {at}." },
  "faces.by.service": {
    id: "Menurut layanan pembanding: {outcome}, {at}. Petugas yang memutuskan.",
    en: "The comparing service: {outcome}, {at}. The officer decides.",
  },
  "faces.none": { id: "Belum dibandingkan.", en: "Not compared yet." },
  "faces.submit": { id: "Simpan perbandingan", en: "Save the comparison" },
  "faces.error": { id: "Pilih hasil perbandingan.", en: "Choose what the comparison shows." },
  "console.accept.problem.face_not_same": {
    id: "Wajah belum dibandingkan, atau bukan orang yang sama. Bandingkan swafoto dengan KTP di halaman permohonan.",
    en: "The faces were not compared yet, or are not the same person's. Compare the selfie with the card on the application's page.",
  },
} as const;
