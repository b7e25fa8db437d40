import type { Example } from "../example.ts";
import { BackLink } from "./back-link.tsx";

export const backLinkExamples: readonly Example[] = [
  { name: "bawaan", view: () => <BackLink href="#" text="Kembali" /> },
];
