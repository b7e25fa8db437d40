import { Button } from "../button/button.tsx";
import type { Example } from "../example.ts";
import { EmptyState } from "./empty-state.tsx";

export const emptyStateExamples: readonly Example[] = [
  {
    name: "belum ada permohonan",
    view: () => (
      <EmptyState
        title="Belum ada permohonan"
        text="Pilih program yang sedang dibuka, lalu mulai kapan saja."
        action={<Button text="Lihat program" href="#" />}
      />
    ),
  },
];
