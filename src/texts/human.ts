/** Words about the question that tells people from machines. */
export const humanTexts = {
  "human.label": { id: "Pertanyaan untuk manusia: {question}", en: "A question for humans: {question}" },
  "human.hint": {
    id: "Pertanyaan ini menahan mesin. Jawab dengan angka atau kata.",
    en: "This keeps machines out. Answer in digits or words.",
  },
  "human.missing": { id: "Jawab pertanyaan untuk manusia", en: "Answer the question for humans" },
  "human.wrong": {
    id: "Jawaban belum tepat. Baca pertanyaannya sekali lagi",
    en: "That answer is not right. Read the question once more",
  },
  "human.expired": {
    id: "Pertanyaannya sudah kedaluwarsa. Jawab pertanyaan yang baru ini",
    en: "The question has expired. Answer this new one",
  },
  "human.waiting": {
    id: "Pemeriksaan bahwa Anda bukan mesin berjalan sendiri.",
    en: "The check that you are no machine runs by itself.",
  },
  "human.working": {
    id: "Sebentar, peramban Anda masih menghitung. Formulir terkirim sendiri sesudahnya.",
    en: "One moment: your browser is still calculating. The form is sent by itself afterwards.",
  },
  "human.done": {
    id: "Pemeriksaan bahwa Anda bukan mesin selesai.",
    en: "The check that you are no machine is done.",
  },
  "human.failed": {
    id: "Peramban Anda tidak dapat menghitung jawabannya. Jawablah pertanyaan di atas.",
    en: "Your browser could not work it out. Please answer the question above.",
  },
} as const;
