import type { Example } from "../example.ts";
import { Table } from "./table.tsx";

export const tableExamples: readonly Example[] = [
  {
    name: "bawaan",
    view: () => (
      <Table
        caption="Permohonan per bulan"
        firstCellIsHeader
        head={[{ text: "Bulan" }, { text: "Permohonan", format: "numeric" }]}
        rows={[
          [{ text: "Januari" }, { text: "1.204", format: "numeric" }],
          [{ text: "Februari" }, { text: "987", format: "numeric" }],
        ]}
      />
    ),
  },
];
