import type { Example } from "../example.ts";
import { StatusTag } from "./status-tag.tsx";

export const statusTagExamples: readonly Example[] = [
  {
    name: "semua nada",
    view: () => (
      <p>
        <StatusTag text="Diterima" tone="good" /> <StatusTag text="Dikembalikan" tone="warn" />{" "}
        <StatusTag text="Ditolak" tone="bad" /> <StatusTag text="Diperiksa" tone="info" />{" "}
        <StatusTag text="Draf" tone="calm" />
      </p>
    ),
  },
];
