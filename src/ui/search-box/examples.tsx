import type { Example } from "../example.ts";
import { SearchBox } from "./search-box.tsx";

export const searchBoxExamples: readonly Example[] = [
  {
    name: "portal",
    view: () => <SearchBox action="#" name="q" label="Cari program atau instansi" buttonText="Cari" />,
  },
];
