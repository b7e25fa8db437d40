import type { Example } from "../example.ts";
import { Cards } from "./card.tsx";

export const cardExamples: readonly Example[] = [
  {
    name: "program",
    view: () => (
      <Cards
        cards={[
          {
            href: "#",
            state: { text: "Tutup 2 hari lagi", tone: "bad" },
            title: "Seleksi terbuka jabatan pimpinan tinggi",
            from: "Kementerian Contoh",
            when: "31 Des 2026, 23.59 WIB",
            price: "Gratis",
          },
          {
            href: "#",
            state: { text: "Dibuka", tone: "good" },
            title: "NPWP orang pribadi",
            from: "Direktorat Jenderal Pajak",
            when: "Sepanjang tahun",
            price: "Gratis",
          },
          {
            href: "#",
            state: { text: "Segera", tone: "calm" },
            title: "Pelatihan las tingkat dasar",
            from: "Kementerian Contoh",
            when: "Buka 5 Jan 2027",
            price: "Gratis",
          },
        ]}
      />
    ),
  },
];
