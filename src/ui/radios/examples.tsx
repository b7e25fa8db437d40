import type { Example } from "../example.ts";
import { Input } from "../input/input.tsx";
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
          {
            value: "kawin",
            text: "Kawin",
            conditional: <Input name="pasangan" label={{ text: "Nama pasangan" }} />,
          },
          { value: "cerai_hidup", text: "Cerai hidup", hint: { text: "Sesuai akta cerai." } },
        ]}
      />
    ),
  },
];
