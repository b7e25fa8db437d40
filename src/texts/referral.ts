/** Words about an office outside that can help where the institution cannot. */
export const referralTexts = {
  "referral.title": { id: "Hubungi Dukcapil", en: "Contact Dukcapil" },
  "referral.text": {
    id: "Catatan kependudukan hanya dapat dibetulkan oleh kantor Dukcapil. Menurut NIK Anda, inilah kantornya. Bila alamat di KTP Anda di kabupaten atau kota lain, hubungi kantor Dukcapil di sana. Bawalah KTP dan KK.",
    en: "Only a Dukcapil office can correct the civil register. This is the one that your NIK names. If your KTP has an address in another regency or city, turn to the office there. Bring your KTP and family card.",
  },
  "referral.text_unknown": {
    id: "Catatan kependudukan hanya dapat dibetulkan oleh kantor Dukcapil kabupaten atau kota Anda. Bawalah KTP dan KK. HALO DUKCAPIL menyebut alamatnya.",
    en: "Only the Dukcapil office of your regency or city can correct the civil register. Bring your KTP and family card. HALO DUKCAPIL tells you its address.",
  },
  "referral.no_address": {
    id: "Alamat kantor itu belum tercatat di sini; HALO DUKCAPIL menyebutkannya.",
    en: "The address of that office is not noted here yet; HALO DUKCAPIL tells it.",
  },
  "referral.office": { id: "Kantor", en: "Office" },
  "referral.address": { id: "Alamat", en: "Address" },
  "referral.telephone": { id: "Telepon", en: "Telephone" },
  "referral.whatsapp": { id: "WhatsApp", en: "WhatsApp" },
  "referral.email": { id: "E-mail", en: "E-mail" },
  "referral.web": { id: "Situs", en: "Website" },
  "referral.hours": { id: "Jam layanan", en: "Hours" },
} as const;
