import type { Example } from "../example.ts";
import { Label } from "./label.tsx";

export const labelExamples: readonly Example[] = [
  { name: "bawaan", view: () => <Label text="Nama lengkap" for="contoh" /> },
];
