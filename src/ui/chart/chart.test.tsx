import { describe, expect, test } from "vitest";
import { htmlOf } from "../../jsx/markup.ts";
import { BarChart } from "./bar-chart.tsx";
import { ColumnChart } from "./column-chart.tsx";
import { LineChart } from "./line-chart.tsx";

const charts = {
  columns: (labels: string[], values: number[]) => (
    <ColumnChart label="Hitungan" labels={labels} series={[{ name: "a", tone: "first", values }]} />
  ),
  bars: (labels: string[], values: number[]) => (
    <BarChart label="Hitungan" labels={labels} series={[{ name: "a", tone: "first", values }]} />
  ),
  line: (labels: string[], values: number[]) => <LineChart label="Hitungan" labels={labels} values={values} />,
};

describe.each(Object.entries(charts))("%s", (_, draw) => {
  test("says what it shows, and carries no style or script, which the page's policy would refuse", () => {
    const html = htmlOf(draw(["Senin", "Selasa"], [3, 5]));
    expect(html).toContain('role="img"');
    expect(html).toContain('aria-label="Hitungan"');
    expect(html).toContain("Senin");
    expect(html).not.toMatch(/style=|<style|<script|NaN|undefined/);
  });

  test("draws nothing wrong from nothing, and from zeros", () => {
    expect(htmlOf(draw([], []))).not.toMatch(/NaN|undefined|Infinity/);
    expect(htmlOf(draw(["Senin"], [0]))).not.toMatch(/NaN|undefined|Infinity/);
  });

  test("escapes what it is given", () => {
    expect(htmlOf(draw(["<b>"], [1]))).not.toContain("<b>");
  });
});

test("columns stand on one another, as high as their values", () => {
  const html = htmlOf(
    <ColumnChart
      label="x"
      labels={["a"]}
      series={[
        { name: "1", tone: "first", values: [2] },
        { name: "2", tone: "second", values: [2] },
      ]}
    />,
  );
  const heights = [...html.matchAll(/<rect[^>]*height="([\d.]+)"/g)].map(([, height]) => Number(height));
  expect(heights).toHaveLength(2);
  expect(heights[0]).toBeCloseTo(heights[1] ?? 0);
});

test("a line has a gap where nothing was measured", () => {
  const html = htmlOf(<LineChart label="x" labels={["a", "b", "c", "d"]} values={[1, 2, undefined, 4]} />);
  expect(html.match(/<circle/g)).toHaveLength(3);
  expect(/ d="([^"]*)"/.exec(html)?.[1]?.match(/M/g)).toHaveLength(2);
});
