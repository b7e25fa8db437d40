import type { Example } from "../example.ts";
import { Message } from "./message.tsx";

export const messageExamples: readonly Example[] = [
  {
    name: "pertanyaan dan jawaban",
    view: () => (
      <>
        <Message who="Anda" when="21 Nov 2026, 09.15 WIB" text="Permohonan saya belum dijawab." />
        <Message
          who="Petugas"
          when="21 Nov 2026, 10.02 WIB"
          text={"Terima kasih.\nPermohonan Anda sedang diperiksa."}
          isAnswer
        />
      </>
    ),
  },
];
