import type { Example } from "../example.ts";
import { Link } from "../link/link.tsx";
import { RowPick } from "./row-pick.tsx";

export const rowPickExamples: readonly Example[] = [
  {
    name: "dipilih",
    view: () => (
      <RowPick name="application" value="1" id="pilih-1" label="Pilih R-7K3M9-QX2PA" checked>
        <Link href="#">R-7K3M9-QX2PA</Link>
      </RowPick>
    ),
  },
];
