import type { Example } from "../example.ts";
import { SideBox } from "./side-box.tsx";

export const sideBoxExamples: readonly Example[] = [
  {
    name: "masa pendaftaran",
    view: () => (
      <SideBox
        title="NPWP orang pribadi"
        facts={[
          { term: "Ditutup", value: "31 Desember 2026 pukul 23.59 WIB" },
          {
            term: "Saat ditutup",
            value: "Permohonan yang lengkap dikirim otomatis, lalu dikunci.",
          },
          { term: "Kelengkapan", value: "7 dari 12 bagian" },
        ]}
      />
    ),
  },
];
