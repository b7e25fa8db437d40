import type { Example } from "../example.ts";
import { SummaryList } from "./summary-list.tsx";

export const summaryListExamples: readonly Example[] = [
  {
    name: "periksa jawaban",
    view: () => (
      <SummaryList
        rows={[
          {
            key: { text: "Nama lengkap" },
            value: { text: "SITI CONTOH" },
            actions: { items: [{ href: "#", text: "Ubah", visuallyHiddenText: "nama lengkap" }] },
          },
          {
            key: { text: "Tanggal lahir" },
            value: { text: "5 Desember 1990" },
            actions: { items: [{ href: "#", text: "Ubah", visuallyHiddenText: "tanggal lahir" }] },
          },
        ]}
      />
    ),
  },
];
