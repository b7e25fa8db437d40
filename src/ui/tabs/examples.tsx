import type { Example } from "../example.ts";
import { Tabs } from "./tabs.tsx";

export const tabsExamples: readonly Example[] = [
  {
    name: "bawaan",
    view: () => (
      <Tabs
        title="Isi"
        items={[
          { id: "tab-jawaban", label: "Jawaban", panel: { text: "Semua jawaban." } },
          { id: "tab-riwayat", label: "Riwayat", panel: { text: "Semua kejadian." } },
        ]}
      />
    ),
  },
];
