import type { Example } from "../example.ts";
import { Countdown } from "./countdown.tsx";

export const countdownExamples: readonly Example[] = [
  {
    name: "dua hari",
    view: () => (
      <Countdown
        now={new Date("2026-12-29T13:00:00Z")}
        until={new Date("2026-12-31T16:59:00Z")}
        text="2 hari 3 jam lagi"
        template="%{time} lagi"
        over="sudah ditutup"
      />
    ),
  },
];
