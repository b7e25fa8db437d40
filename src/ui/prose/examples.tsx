import type { Example } from "../example.ts";
import { Prose } from "./prose.tsx";

export const proseExamples: readonly Example[] = [
  {
    name: "bawaan",
    view: () => (
      <Prose
        blocks={[
          {
            kind: "paragraph",
            runs: [
              { kind: "text", text: "Buka " },
              { kind: "link", text: "halaman program", href: "#" },
              { kind: "text", text: " dan baca " },
              { kind: "strong", text: "batas waktunya" },
              { kind: "text", text: "." },
            ],
          },
          {
            kind: "list",
            ordered: true,
            items: [[{ kind: "text", text: "Siapkan KTP." }], [{ kind: "text", text: "Isi halaman pertama." }]],
          },
          { kind: "heading", runs: [{ kind: "text", text: "Bila belum berhasil" }] },
          { kind: "paragraph", runs: [{ kind: "text", text: "Tanyakan kepada instansi program." }] },
        ]}
      />
    ),
  },
];
