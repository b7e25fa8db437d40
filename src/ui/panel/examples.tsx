import type { Example } from "../example.ts";
import { Panel } from "./panel.tsx";

export const panelExamples: readonly Example[] = [
  {
    name: "bawaan",
    view: () => <Panel titleText="Akun Anda aktif" headingLevel={2} text="Silakan masuk untuk memulai." />,
  },
];
