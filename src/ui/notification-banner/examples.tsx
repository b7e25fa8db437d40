import type { Example } from "../example.ts";
import { NotificationBanner } from "./notification-banner.tsx";

export const notificationBannerExamples: readonly Example[] = [
  {
    name: "berhasil",
    view: () => (
      <NotificationBanner
        type="success"
        titleText="Berhasil"
        titleId="banner-berhasil"
        text="Profil Anda sudah disimpan."
        disableAutoFocus
      />
    ),
  },
  {
    name: "penting",
    view: () => (
      <NotificationBanner titleText="Penting" titleId="banner-penting" text="Pendaftaran ditutup dalam 2 hari." />
    ),
  },
];
