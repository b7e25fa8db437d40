import { expect, test } from "vitest";
import { htmlOf } from "../../jsx/markup.ts";
import { FilterBar } from "./filter-bar.tsx";

const props = { action: "/console/queue", label: "Saring antrean", buttonText: "Terapkan", children: "" };
const folded = '<details class="daftar-fold"><summary class="daftar-fold__summary">Saring antrean</summary></details>';

test("the fields are folded on a phone by the button just before them, unless they are in use", () => {
  expect(htmlOf(<FilterBar {...props} />)).toContain(`${folded}<form class="daftar-filter"`);
  const open = folded.replace(">", ' open="">');
  expect(htmlOf(<FilterBar {...props} clear={{ href: "#", text: "Hapus" }} />)).toContain(open);
  expect(htmlOf(<FilterBar {...props} open />)).toContain(open);
});
