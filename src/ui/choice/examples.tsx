import type { Example } from "../example.ts";
import { Choice } from "./choice.tsx";

export const choiceExamples: readonly Example[] = [
  {
    name: "dua jalan",
    view: () => (
      <ul class="govuk-list daftar-choices daftar-choices--beside">
        <Choice href="#" text="Tanya petugas" detail="Belum terjawab? Kirim pertanyaan, tanpa akun." />
        <Choice href="#" text="Status tiket" detail="Lihat sampai di mana pertanyaan Anda." />
      </ul>
    ),
  },
];
