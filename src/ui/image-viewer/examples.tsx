import type { Example } from "../example.ts";
import { ImageViewer } from "./image-viewer.tsx";

export const imageViewerExamples: readonly Example[] = [
  {
    name: "satu halaman",
    view: () => (
      <ImageViewer
        title="Scan KTP"
        pages={[{ src: "data-contoh.png", alt: "Scan KTP halaman 1" }]}
        texts={{
          zoomIn: "Perbesar",
          zoomOut: "Perkecil",
          rotate: "Putar",
          reset: "Ukuran semula",
          frame: "Halaman dokumen",
        }}
      />
    ),
  },
];
