import type { Example } from "../example.ts";
import { CharacterCount } from "./character-count.tsx";

export const characterCountExamples: readonly Example[] = [
  {
    name: "dengan batas",
    view: () => (
      <CharacterCount
        name="uraian"
        label={{ text: "Uraian usaha" }}
        hint={{ text: "Tulis singkat apa yang Anda jual atau kerjakan." }}
        maxlength={200}
        textareaDescriptionText="Paling banyak %{count} karakter"
        charactersUnderLimitText={{ other: "Sisa %{count} karakter" }}
        charactersAtLimitText="Tidak ada sisa karakter"
        charactersOverLimitText={{ other: "Kelebihan %{count} karakter" }}
      />
    ),
  },
];
