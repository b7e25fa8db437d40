import type { Example } from "../example.ts";
import { Select } from "./select.tsx";

export const selectExamples: readonly Example[] = [
  {
    name: "bawaan",
    view: () => (
      <Select
        name="bidang_usaha"
        label={{ text: "Bidang usaha" }}
        value="dagang"
        items={[
          { value: "", text: "Pilih bidang" },
          { value: "dagang", text: "Perdagangan" },
          { value: "jasa", text: "Jasa" },
        ]}
      />
    ),
  },
];
