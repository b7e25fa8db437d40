import type { Example } from "../example.ts";
import { Fold } from "./fold.tsx";

export const foldExamples: readonly Example[] = [
  {
    name: "tertutup di layar sempit",
    view: () => (
      <>
        <Fold summaryText="Saring antrean" />
        <p class="govuk-body">Di layar lebar ini selalu terlihat.</p>
      </>
    ),
  },
];
