import type { Example } from "../example.ts";
import { Table } from "../table/table.tsx";
import { BarChart } from "./bar-chart.tsx";
import { ChartFigure } from "./chart-figure.tsx";
import { ColumnChart } from "./column-chart.tsx";
import { LineChart } from "./line-chart.tsx";

const days = ["1 Nov", "2 Nov", "3 Nov", "4 Nov"];
const accepted = { name: "Diterima", tone: "first", values: [4, 7, 0, 3] } as const;
const returned = { name: "Dikembalikan", tone: "second", values: [1, 2, 0, 5] } as const;

export const chartExamples: readonly Example[] = [
  {
    name: "kolom dengan tabel",
    view: () => (
      <ChartFigure
        title="Keputusan per hari"
        text="Empat hari terakhir"
        legend={[accepted, returned]}
        chart={<ColumnChart label="Keputusan per hari" labels={days} series={[accepted, returned]} />}
        table={
          <Table
            firstCellIsHeader
            head={["Hari", "Diterima", "Dikembalikan"].map((text) => ({ text }))}
            rows={days.map((day, at) => [
              { text: day },
              { text: String(accepted.values[at]) },
              { text: String(returned.values[at]) },
            ])}
          />
        }
      />
    ),
  },
  {
    name: "batang",
    view: () => <BarChart label="Alasan" labels={["Tidak terbaca", "Kedaluwarsa"]} series={[{ ...accepted }]} />,
  },
  { name: "garis", view: () => <LineChart label="Median" labels={days} values={[12, 8.5, undefined, 20]} /> },
];
