import type { Example } from "../example.ts";
import { Button } from "./button.tsx";

export const buttonExamples: readonly Example[] = [
  { name: "utama", view: () => <Button text="Simpan dan lanjutkan" /> },
  {
    name: "kedua",
    view: () => <Button text="Simpan ke kalender" classes="govuk-button--secondary" />,
  },
  { name: "peringatan", view: () => <Button text="Tolak" classes="govuk-button--warning" /> },
  { name: "mulai", view: () => <Button text="Mulai" href="#" isStartButton /> },
  { name: "tidak aktif", view: () => <Button text="Kirim" disabled /> },
];
