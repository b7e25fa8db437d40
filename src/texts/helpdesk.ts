/** Words of the helpdesk's public pages. */
export const helpdeskTexts = {
  "helpdesk.title": { id: "Pusat bantuan", en: "Help centre" },
  "helpdesk.lead": {
    id: "Kebanyakan pertanyaan sudah ada jawabannya. Cari dulu di sini.",
    en: "Most questions have an answer already. Look here first.",
  },
} as const;
