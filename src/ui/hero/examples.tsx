import type { Example } from "../example.ts";
import { Hero } from "./hero.tsx";

export const heroExamples: readonly Example[] = [
  {
    name: "portal",
    view: () => (
      <Hero
        title="Daftar sekali, ikuti sampai selesai."
        lead="Pilih program, isi bertahap kapan saja, dan pantau setiap langkahnya."
      />
    ),
  },
];
