import type { Example } from "../example.ts";
import { Textarea } from "./textarea.tsx";

export const textareaExamples: readonly Example[] = [
  {
    name: "bawaan",
    view: () => (
      <Textarea name="alamat" label={{ text: "Alamat" }} hint={{ text: "Nama jalan dan nomor rumah." }} rows={3} />
    ),
  },
];
