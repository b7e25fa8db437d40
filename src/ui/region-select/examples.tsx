import type { Example } from "../example.ts";
import { RegionSelect } from "./region-select.tsx";

export const regionSelectExamples: readonly Example[] = [
  {
    name: "alamat",
    view: () => (
      <RegionSelect
        id="wilayah"
        legend={{ text: "Wilayah" }}
        source="/regions?parent="
        step={{ name: "langkah", value: "wilayah", text: "Tampilkan pilihan berikutnya" }}
        levels={[
          {
            name: "wilayah.province",
            label: "Provinsi",
            empty: "Pilih provinsi",
            value: "32",
            options: [
              { code: "31", name: "DKI Jakarta" },
              { code: "32", name: "Jawa Barat" },
            ],
          },
          {
            name: "wilayah.regency",
            label: "Kabupaten atau kota",
            empty: "Pilih kabupaten atau kota",
            value: "",
            options: [{ code: "32.73", name: "Kota Bandung" }],
          },
        ]}
      />
    ),
  },
];
