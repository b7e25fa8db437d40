import type { Example } from "../example.ts";
import { Fieldset } from "./fieldset.tsx";

export const fieldsetExamples: readonly Example[] = [
  {
    name: "bawaan",
    view: () => (
      <Fieldset legend={{ text: "Alamat sesuai KTP", classes: "govuk-fieldset__legend--m" }}>Isian alamat</Fieldset>
    ),
  },
];
