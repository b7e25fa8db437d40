import type { Example } from "../example.ts";
import { WarningText } from "./warning-text.tsx";

export const warningTextExamples: readonly Example[] = [
  {
    name: "bawaan",
    view: () => <WarningText iconFallbackText="Peringatan" text="Setelah dikirim, jawaban tidak dapat diubah." />,
  },
];
