import type { Example } from "../example.ts";
import { DateInput } from "./date-input.tsx";

export const dateInputExamples: readonly Example[] = [
  {
    name: "dengan nilai",
    view: () => (
      <DateInput
        id="tanggal_lahir"
        fieldset={{ legend: { text: "Tanggal lahir" } }}
        hint={{ text: "Misalnya 5 12 1990" }}
        items={[
          { id: "tanggal_lahir.day", name: "tanggal_lahir.day", label: "Tanggal", value: "5" },
          { id: "tanggal_lahir.month", name: "tanggal_lahir.month", label: "Bulan", value: "12" },
          {
            id: "tanggal_lahir.year",
            name: "tanggal_lahir.year",
            label: "Tahun",
            value: "1990",
            classes: "govuk-input--width-4",
          },
        ]}
      />
    ),
  },
];
