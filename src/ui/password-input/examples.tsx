import type { Example } from "../example.ts";
import { PasswordInput } from "./password-input.tsx";

export const passwordInputExamples: readonly Example[] = [
  {
    name: "bawaan",
    view: () => (
      <PasswordInput
        name="kata_sandi"
        label={{ text: "Kata sandi" }}
        showPasswordText="Lihat"
        hidePasswordText="Tutup"
        showPasswordAriaLabelText="Lihat kata sandi"
        hidePasswordAriaLabelText="Tutup kata sandi"
      />
    ),
  },
];
