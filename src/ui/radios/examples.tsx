import type { Example } from "../example.ts";
import { Radios } from "./radios.tsx";

export const radiosExamples: readonly Example[] = [
  {
    name: "bawaan",
    view: () => (
      <Radios
        name="status_kawin"
        fieldset={{ legend: { text: "Status perkawinan" } }}
        value="kawin"
        items={[
          { value: "belum_kawin", text: "Belum kawin" },
          { value: "kawin", text: "Kawin" },
          { value: "cerai_hidup", text: "Cerai hidup", hint: { text: "Sesuai akta cerai." } },
        ]}
      />
    ),
  },
];
