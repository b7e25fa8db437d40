import type { Example } from "../example.ts";
import { Pagination } from "./pagination.tsx";

export const paginationExamples: readonly Example[] = [
  {
    name: "halaman",
    view: () => (
      <Pagination
        landmarkLabel="Halaman"
        previous={{ href: "#", text: "Sebelumnya" }}
        next={{ href: "#", text: "Berikutnya" }}
        items={[
          { number: "1", href: "#", visuallyHiddenText: "Halaman 1" },
          { number: "2", href: "#", visuallyHiddenText: "Halaman 2", current: true },
          { ellipsis: true },
          { number: "9", href: "#", visuallyHiddenText: "Halaman 9" },
        ]}
      />
    ),
  },
];
