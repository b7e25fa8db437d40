/** What stands around a program's own answers to "why?". */
export const whyTexts = {
  "why.title": { id: "Mengapa begitu?", en: "Why is that so?" },
  "why.link": { id: "Mengapa begitu? Baca alasannya", en: "Why is that so? Read the reasons" },
  "why.side": { id: "Alasan di balik syarat program ini", en: "The reasons behind this program's conditions" },
  "why.lead": {
    id: "Alasan di balik syarat-syarat program ini, dan siapa yang dapat Anda tanya.",
    en: "The reasons behind the conditions of this program, and whom you can ask.",
  },
  "why.contact": { id: "Masih ada pertanyaan?", en: "Still a question?" },
  "why.back": { id: "Kembali ke program", en: "Back to the program" },
  "why.office_title": {
    id: "Program ini memerlukan alamat e-mail pribadi",
    en: "This program needs a personal e-mail address",
  },
  "why.office": {
    id: "Alamat e-mail akun Anda di {domain} tampaknya dari kantor, jadi Anda belum dapat mulai. Ganti dengan alamat pribadi di akun Anda, atau tanyakan kepada sekretariat.",
    en: "The e-mail address of your account, at {domain}, seems to be of an office, so you cannot begin yet. Change it to a personal one in your account, or ask the secretariat.",
  },
  "why.account": { id: "Ke akun saya", en: "To my account" },
};
