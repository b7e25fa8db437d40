import type { Example } from "../example.ts";
import { SkipLink } from "./skip-link.tsx";

export const skipLinkExamples: readonly Example[] = [
  { name: "bawaan", view: () => <SkipLink href="#main-content" text="Langsung ke isi" /> },
];
