import type { Example } from "../example.ts";
import { HumanCheck } from "./human-check.tsx";

const asked = {
  ticket: "contoh",
  // Nothing that a script could work on, so that the gallery shows the question.
  work: "",
  proof: "",
  question: "Pertanyaan untuk manusia: Berapa dua ditambah tiga?",
  hint: "Pertanyaan ini menahan mesin. Jawab dengan angka atau kata.",
  value: "",
  errorPrefix: "Kesalahan:",
  texts: { waiting: "", working: "", done: "", failed: "" },
};

export const humanCheckExamples: readonly Example[] = [{ name: "tanpa skrip", view: () => <HumanCheck {...asked} /> }];
