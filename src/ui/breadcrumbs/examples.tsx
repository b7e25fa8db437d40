import type { Example } from "../example.ts";
import { Breadcrumbs } from "./breadcrumbs.tsx";

export const breadcrumbsExamples: readonly Example[] = [
  {
    name: "bawaan",
    view: () => (
      <Breadcrumbs labelText="Remah jalan" items={[{ text: "Program", href: "#" }, { text: "NPWP orang pribadi" }]} />
    ),
  },
];
