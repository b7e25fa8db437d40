import { AutosaveElement } from "./autosave.ts";
import { CountdownElement } from "./countdown.ts";
import { RegionElement } from "./region.ts";
import { guardSubmits } from "./double-submit.ts";
import { closeMenus } from "./menus.ts";
import { listenToShortcuts } from "./shortcuts.ts";
import { HumanElement } from "./human.ts";
import { PasskeyElement } from "./passkey.ts";
import { PasswordMeterElement } from "./password-meter.ts";
import { startPage } from "./start-page.ts";
import { UploadElement } from "./upload.ts";
import { ViewerElement } from "./viewer.ts";

startPage();
guardSubmits();
closeMenus();
listenToShortcuts();

customElements.define("daftar-autosave", AutosaveElement);
customElements.define("daftar-countdown", CountdownElement);
customElements.define("daftar-human", HumanElement);
customElements.define("daftar-passkey", PasskeyElement);
customElements.define("daftar-password-meter", PasswordMeterElement);
customElements.define("daftar-region", RegionElement);
customElements.define("daftar-upload", UploadElement);
customElements.define("daftar-viewer", ViewerElement);
