import type { Example } from "../example.ts";
import { PhaseBanner } from "./phase-banner.tsx";

export const phaseBannerExamples: readonly Example[] = [
  {
    name: "bawaan",
    view: () => <PhaseBanner tag={{ text: "Peragaan" }} text="Ini layanan peragaan. Jangan masukkan data asli." />,
  },
];
