import type { Example } from "../example.ts";
import { Input } from "../input/input.tsx";
import { PasswordMeter } from "./password-meter.tsx";

export const passwordMeterExamples: readonly Example[] = [
  {
    name: "bawaan",
    view: () => (
      <>
        <Input name="sandi_baru" type="password" label={{ text: "Kata sandi baru" }} autocomplete="new-password" />
        <PasswordMeter
          for="sandi_baru"
          least={15}
          kinds={1}
          words={{ too_short: "Terlalu pendek", enough: "Cukup", strong: "Kuat", very_strong: "Sangat kuat" }}
          advice="Makin panjang makin kuat."
        />
      </>
    ),
  },
];
