import type { Example } from "../example.ts";
import { QueueList } from "./queue-list.tsx";

export const workbenchExamples: readonly Example[] = [
  {
    name: "antrean",
    view: () => (
      <QueueList
        title="Antrean"
        count="128"
        items={[
          {
            href: "#",
            number: "NPWP-2026-000417",
            who: "Siti Contoh · kiriman ke-2",
            tag: { text: "sisa 1 hari", tone: "warn" },
            current: true,
          },
          {
            href: "#",
            number: "NPWP-2026-000418",
            who: "Budi Contoh",
            tag: { text: "sisa 4 hari", tone: "calm" },
          },
          {
            href: "#",
            number: "NPWP-2026-000402",
            who: "Made Contoh",
            tag: { text: "terlambat 3 jam", tone: "bad" },
          },
        ]}
      />
    ),
  },
];
