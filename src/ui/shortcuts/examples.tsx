import type { Example } from "../example.ts";
import { Shortcuts } from "./shortcuts.tsx";

export const shortcutsExamples: readonly Example[] = [
  {
    name: "konsol",
    view: () => (
      <Shortcuts
        title="Pintasan"
        keys={[
          { key: "A", text: "terima" },
          { key: "K", text: "kembalikan" },
          { key: "J", text: "berikutnya" },
        ]}
        turnOff="Matikan pintasan"
        turnOn="Nyalakan pintasan"
      />
    ),
  },
];
