import type { Example } from "../example.ts";
import { ErrorMessage } from "./error-message.tsx";

export const errorMessageExamples: readonly Example[] = [
  {
    name: "bawaan",
    view: () => <ErrorMessage text="NIK harus 16 angka. Anda mengetik 15." visuallyHiddenText="Kesalahan" />,
  },
];
