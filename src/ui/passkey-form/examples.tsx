import type { Example } from "../example.ts";
import { PasskeyForm } from "./passkey-form.tsx";

export const passkeyFormExamples: readonly Example[] = [
  {
    name: "masuk dengan kunci sandi",
    view: () => (
      <PasskeyForm
        kind="login"
        ask="#"
        action="#"
        csrf=""
        button="Masuk dengan kunci sandi"
        secondary
        texts={{ failed: "Kunci sandi tidak diterima.", cut: "Sambungan terputus." }}
        fallback="Peramban ini tidak mengenal kunci sandi."
      />
    ),
  },
];
