import type { Example } from "../example.ts";
import { TaskBar } from "./task-bar.tsx";

export const taskBarExamples: readonly Example[] = [
  {
    name: "bagian kedua",
    view: () => (
      <TaskBar
        label="Bagian permohonan"
        stateTexts={{ done: "selesai", current: "sedang diisi", todo: "belum diisi" }}
        items={[
          { text: "Data diri", state: "done" },
          { text: "Alamat", state: "current" },
          { text: "Penghasilan", state: "todo" },
          { text: "Kontak", state: "todo" },
          { text: "Dokumen", state: "todo" },
        ]}
      />
    ),
  },
];
