import type { Example } from "../example.ts";
import { Details } from "./details.tsx";

export const detailsExamples: readonly Example[] = [
  {
    name: "bawaan",
    view: () => (
      <Details summaryText="Mengapa NIK diminta?" text="NIK menghubungkan NPWP dengan data kependudukan Anda." />
    ),
  },
];
