import type { Example } from "../example.ts";
import { TaskList } from "./task-list.tsx";

export const taskListExamples: readonly Example[] = [
  {
    name: "bawaan",
    view: () => (
      <TaskList
        idPrefix="bagian"
        items={[
          { title: { text: "Data diri" }, href: "#", status: { text: "Selesai" } },
          {
            title: { text: "Alamat" },
            href: "#",
            hint: { text: "Siapkan KTP Anda." },
            status: { tag: { text: "Sedang diisi", classes: "govuk-tag--yellow" } },
          },
          { title: { text: "Dokumen" }, status: { text: "Belum bisa dimulai" } },
        ]}
      />
    ),
  },
];
