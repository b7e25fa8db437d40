import type { Example } from "../example.ts";
import { InsetText } from "./inset-text.tsx";

export const insetTextExamples: readonly Example[] = [
  {
    name: "bawaan",
    view: () => <InsetText text="Alamat tempat tinggal hanya diisi bila berbeda dari KTP." />,
  },
];
