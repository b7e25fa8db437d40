import type { Example } from "../example.ts";
import { Select } from "../select/select.tsx";
import { FilterBar } from "./filter-bar.tsx";

export const filterBarExamples: readonly Example[] = [
  {
    name: "antrean",
    view: () => (
      <FilterBar action="#" label="Saring antrean" buttonText="Terapkan" clear={{ href: "#", text: "Hapus saringan" }}>
        <Select
          name="status"
          label={{ text: "Status" }}
          items={[
            { value: "", text: "Semua" },
            { value: "dikirim", text: "Dikirim" },
          ]}
        />
      </FilterBar>
    ),
  },
];
