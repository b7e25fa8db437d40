import type { Example } from "../example.ts";
import { Button } from "../button/button.tsx";
import { Autosave } from "./autosave.tsx";

export const autosaveExamples: readonly Example[] = [
  {
    name: "sebuah formulir",
    view: () => (
      <Autosave
        copyKey=""
        signInHref="#"
        texts={{
          saving: "Menyimpan…",
          saved: "Tersimpan pukul %{time}",
          cut: "Belum tersimpan – sambungan terputus.",
          again: "Coba lagi",
          signedOut: "Belum tersimpan – Anda sudah keluar.",
          signIn: "Masuk di jendela baru",
          stale: "Belum tersimpan – halaman ini diubah di jendela lain.",
          withheld: "Belum tersimpan – tekan Simpan.",
          closed: "Tidak dapat disimpan lagi.",
        }}
      >
        <form method="post" action="#">
          <Button text="Simpan" />
        </form>
      </Autosave>
    ),
  },
];
