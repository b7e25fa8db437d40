import type { Example } from "../example.ts";
import { Hint } from "./hint.tsx";

export const hintExamples: readonly Example[] = [
  { name: "bawaan", view: () => <Hint text="Tulis persis seperti di KTP, tanpa gelar." /> },
];
