import type { Example } from "../example.ts";
import { Link } from "../link/link.tsx";
import { Timeline } from "./timeline.tsx";

export const timelineExamples: readonly Example[] = [
  {
    name: "perjalanan",
    view: () => (
      <Timeline
        stateTexts={{ done: "selesai", current: "sekarang", todo: "berikutnya" }}
        items={[
          { what: "Dikirim", when: "29 Des 2026, 20.31 WIB", state: "done" },
          {
            what: "Dikembalikan untuk perbaikan",
            detail: (
              <>
                scan KTP tidak terbaca. <Link href="#">Perbaiki sekarang</Link>
              </>
            ),
            when: "30 Des 2026, 09.12 WIB · batas 2 Jan 2027",
            state: "current",
          },
          { what: "Verifikasi administrasi", when: "paling lambat 5 hari kerja", state: "todo" },
          { what: "Keputusan", state: "todo" },
        ]}
      />
    ),
  },
];
