import type { Example } from "../example.ts";
import { Input } from "../input/input.tsx";
import { Checkboxes } from "./checkboxes.tsx";

export const checkboxesExamples: readonly Example[] = [
  {
    name: "beberapa",
    view: () => (
      <Checkboxes
        name="penghasilan"
        fieldset={{ legend: { text: "Dari mana penghasilan Anda?" } }}
        hint={{ text: "Pilih semua yang sesuai." }}
        values={["pegawai"]}
        items={[
          { value: "pegawai", text: "Pegawai" },
          {
            value: "usaha",
            text: "Usaha",
            hint: { text: "Termasuk warung dan toko daring." },
            conditional: <Input name="nama_usaha" label={{ text: "Nama usaha" }} />,
          },
          { divider: "atau" },
          { value: "tidak_ada", text: "Belum berpenghasilan", behaviour: "exclusive" },
        ]}
      />
    ),
  },
  {
    name: "dengan kesalahan",
    view: () => (
      <Checkboxes
        name="pernyataan"
        errorMessage={{
          text: "Centang pernyataan untuk melanjutkan",
          visuallyHiddenText: "Kesalahan",
        }}
        items={[{ value: "ya", text: "Data yang saya isi benar" }]}
      />
    ),
  },
];
