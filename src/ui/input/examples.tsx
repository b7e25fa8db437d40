import type { Example } from "../example.ts";
import { Input } from "./input.tsx";

export const inputExamples: readonly Example[] = [
  {
    name: "bawaan",
    view: () => (
      <Input
        name="nama"
        label={{ text: "Nama lengkap" }}
        hint={{ text: "Tulis persis seperti di KTP, tanpa gelar." }}
        value="SITI CONTOH"
        autocomplete="name"
      />
    ),
  },
  {
    name: "dengan kesalahan",
    view: () => (
      <Input
        name="nik"
        label={{ text: "NIK" }}
        value="327301451290000"
        inputmode="numeric"
        classes="govuk-input--width-20"
        errorMessage={{
          text: "NIK harus 16 angka. Anda mengetik 15.",
          visuallyHiddenText: "Kesalahan",
        }}
      />
    ),
  },
  {
    name: "dengan awalan",
    view: () => (
      <Input
        name="omzet"
        label={{ text: "Omzet sebulan" }}
        prefix={{ text: "Rp" }}
        inputmode="numeric"
        classes="govuk-input--width-10"
      />
    ),
  },
];
