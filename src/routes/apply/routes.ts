import { paths } from "../../paths.ts";
import { settled } from "../cooling.tsx";
import { person, type Route } from "../route.ts";
import { saveClosing, showClosing } from "./agree.tsx";
import { appealPaper } from "./appeal-file.ts";
import { postAppeal, showAppeal } from "./appeal.tsx";
import { showCheck } from "./check.tsx";
import { goToSlot, removeSlotDocument, showDocumentPage, uploadDocument } from "./document.tsx";
import { beginFromLookup, postIdentity, showIdentity, showLookup } from "./identity.tsx";
import { goToFee, postFee, showFee, tellOfFee } from "./fee.tsx";
import { showNotEligible } from "./not-eligible.tsx";
import { letterPaper } from "./letter-file.ts";
import { beginPieces, finishPieces, takePiece } from "./pieces.ts";
import { postAskSecretariat, postNumber, postNumberCode, showNumber, showNumberCode } from "./number.tsx";
import { receiptPaper, receiptProof } from "./receipt-files.ts";
import { showReceipt } from "./receipt.tsx";
import { dropItem, saveItem, showItem, showRemoveItem } from "./repeat.tsx";
import { reuse, showReuse } from "./reuse.tsx";
import { saveStep } from "./save.tsx";
import type { ApplyServices } from "./services.ts";
import { start } from "./start.ts";
import { showStatus } from "./status.tsx";
import { showStep } from "./step.tsx";
import { submit } from "./submit.tsx";
import { showTasks } from "./tasks.tsx";
import { showWithdraw, withdraw } from "./withdraw.tsx";

const { apply } = paths;

/** The applicant's pages: from "Mulai" to the receipt and the history. */
export function applyRoutes(services: ApplyServices): Route[] {
  return [
    person("POST", paths.startProgram(":program"), (visit) => start(services, visit)),
    person("GET", paths.identity(":program"), (visit) => showIdentity(services, visit)),
    person("POST", paths.identity(":program"), (visit) => postIdentity(services, visit)),
    person("GET", paths.ownNumber(":program"), (visit) => showNumber(services, visit)),
    person("POST", paths.ownNumber(":program"), (visit) => postNumber(services, visit)),
    person("GET", paths.proveNumber(":program"), (visit) => showNumberCode(services, visit)),
    person("POST", paths.proveNumber(":program"), (visit) => postNumberCode(services, visit), "secret"),
    person("POST", paths.askSecretariat(":program"), (visit) => postAskSecretariat(services, visit)),
    person("GET", paths.lookup(":program", ":lookup"), (visit) => showLookup(services, visit)),
    person("POST", paths.lookup(":program", ":lookup"), (visit) => beginFromLookup(services, visit)),
    person("GET", apply.tasks(":application"), (visit) => showTasks(services, visit)),
    person("GET", apply.step(":application", ":step"), (visit) => showStep(services, visit)),
    person("POST", apply.step(":application", ":step"), (visit) => saveStep(services, visit)),
    person("GET", apply.item(":application", ":step", ":item"), (visit) => showItem(services, visit)),
    person("POST", apply.item(":application", ":step", ":item"), (visit) => saveItem(services, visit)),
    person("GET", apply.removeItem(":application", ":step", ":item"), (visit) => showRemoveItem(services, visit)),
    person("POST", apply.removeItem(":application", ":step", ":item"), (visit) => dropItem(services, visit)),
    person("GET", apply.notEligible(":application"), (visit) => showNotEligible(services, visit)),
    person("POST", apply.upload(":application", ":slot"), (visit) => uploadDocument(services, visit), "upload"),
    // What a refused file leads to stands under the address it was sent to, and may be asked for again.
    person("GET", apply.upload(":application", ":slot"), (visit) => goToSlot(services, visit)),
    person("GET", apply.finishUpload(":application", ":slot", ":upload"), (visit) => goToSlot(services, visit)),
    person("POST", apply.uploads(":application", ":slot"), (visit) => beginPieces(services, visit)),
    person(
      "POST",
      apply.uploadPiece(":application", ":slot", ":upload"),
      (visit) => takePiece(services, visit),
      "bytes",
    ),
    person("POST", apply.finishUpload(":application", ":slot", ":upload"), (visit) => finishPieces(services, visit)),
    person("GET", apply.reuse(":application", ":slot", ":document"), (visit) => showReuse(services, visit)),
    person("POST", apply.reuse(":application", ":slot", ":document"), (visit) => reuse(services, visit)),
    person("POST", apply.removeDocument(":application", ":slot"), (visit) => removeSlotDocument(services, visit)),
    person("GET", `/apply/:application/documents/:slot/pages/:page`, (visit) => showDocumentPage(services, visit)),
    person("GET", apply.check(":application"), (visit) => showCheck(services, visit)),
    person("POST", apply.submit(":application"), (visit) => submit(services, visit)),
    person("GET", apply.fee(":application"), (visit) => showFee(services, visit)),
    person("POST", apply.fee(":application"), (visit) => postFee(services, visit)),
    // What a refused form leads to stands under the address it was sent to, and may be asked for again.
    person("GET", apply.tellFee(":application", ":payment"), (visit) => goToFee(services, visit)),
    person("POST", apply.tellFee(":application", ":payment"), (visit) => tellOfFee(services, visit)),
    person("GET", apply.closing(":application"), (visit) => showClosing(services, visit)),
    person("POST", apply.closing(":application"), (visit) => saveClosing(services, visit)),
    person("GET", apply.receipt(":application"), (visit) => showReceipt(services, visit)),
    person("GET", apply.receiptPaper(":application"), (visit) => receiptPaper(services, visit)),
    person("GET", apply.receiptProof(":application"), (visit) => receiptProof(services, visit)),
    person("GET", apply.letter(":application"), (visit) => letterPaper(services, visit)),
    person("GET", apply.appeal(":application"), (visit) => showAppeal(services, visit)),
    person("POST", apply.appeal(":application"), (visit) => postAppeal(services, visit)),
    person("GET", apply.appealAnswer(":application"), (visit) => appealPaper(services, visit)),
    person("GET", apply.status(":application"), (visit) => showStatus(services, visit)),
    person(
      "GET",
      apply.withdraw(":application"),
      settled(services, (visit) => showWithdraw(services, visit)),
    ),
    person(
      "POST",
      apply.withdraw(":application"),
      settled(services, (visit) => withdraw(services, visit)),
    ),
  ];
}
