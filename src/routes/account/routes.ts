import { openOwnTicket, showOwnTickets } from "./tickets.tsx";
import { paths } from "../../paths.ts";
import { logout } from "../../registry/accounts/logout.ts";
import { evidenceSlots } from "../../registry/nik-cases/case.ts";
import { settled } from "../cooling.tsx";
import { redirect } from "../respond.ts";
import { anyone, enrolling, evenOverdue, freshly, halfway, person, type PersonVisit, type Route } from "../route.ts";
import { addressChangeRoutes } from "./address-change.tsx";
import { postActivate, showActivate } from "./activate.tsx";
import { addresses, loginAfter } from "./addresses.ts";
import { postFamilyCard, showFamilyCard } from "./family-card.tsx";
import { postAuthenticator, showAuthenticator } from "./authenticator.tsx";
import { postConfirm, showConfirm } from "./confirm.tsx";
import { postFactor, postRecoveryCode, showFactor, showRecoveryCode, postSendCode, postSentCode } from "./factor.tsx";
import { postCodes, postRemoveCodes, postSendCodeToAdd, showCodes } from "./codes.tsx";
import { postRenamePasskey, showRenamePasskey } from "./rename-passkey.tsx";
import { getCopy, postCopy } from "./copy.ts";
import { showData } from "./data.tsx";
import { postErase, postUndoErasure, showErase } from "./erase.tsx";
import { postForgot, showForgot } from "./forgot.tsx";
import { postForgotNames, showForgotNames, showNamesSent } from "./forgot-names.tsx";
import { showHome } from "./home.tsx";
import { postNik, postPassport, showIdentity, showNik, showPassport } from "./identity.tsx";
import { postLogin, showLogin } from "./login.tsx";
import { postAskForPasskeyLogin, postPasskeyLogin } from "./passkey-login.ts";
import { postAddPasskey, postAskForPasskey, postRemovePasskey, showPasskeys } from "./passkeys.tsx";
import { postPassword, showPassword } from "./password.tsx";
import { endNikCase, postEvidence, postNikCase, sendNikCase, showNikCase } from "./nik-case.tsx";
import { postPhoto, postPhotoRemove, showPhoto } from "./photo.ts";
import { postProveReach, postReach, showReach } from "./reach.tsx";
import { postProfile, showProfile } from "./profile.tsx";
import { postQuestions, postRemoveQuestions, showQuestions } from "./questions.tsx";
import { postRegister, showRegister } from "./register.tsx";
import { postRecover, showRecover } from "./recover.tsx";
import { postRecoverPassword, showRecoverPassword } from "./recover-password.tsx";
import { postRecoverProof, postRecoverSend, showRecoverProof } from "./recover-proof.tsx";
import { postReset, showReset } from "./reset.tsx";
import { postEndSession, postForgetDevice, showSessions } from "./sessions.tsx";
import { rightsRoutes } from "./rights.tsx";
import { showSent } from "./sent.tsx";
import { postRecoveryCodes, postRemoveAuthenticator, showSecurity } from "./security.tsx";
import type { AccountRouteServices } from "./services.ts";
import { noSessionCookie } from "./session-cookie.ts";
import { postRemoveWords, postWords, showWords } from "./words.tsx";

/** Everything below `/account`. */
export function accountRoutes(services: AccountRouteServices): Route[] {
  const { account } = paths;
  /** What stays as it is for a day after a recovery. */
  const settling = (
    method: "GET" | "POST",
    path: string,
    handle: (visit: PersonVisit) => Response | Promise<Response>,
  ) => freshly(method, path, settled(services, handle), method === "POST" ? "secret" : "form");
  return [
    anyone("GET", account.register, (visit) => showRegister(services, visit)),
    anyone("POST", account.register, (visit) => postRegister(services, visit), "secret"),
    anyone("GET", account.registered, (visit) =>
      showSent(services, visit, { text: "account.sent.activate", again: account.register }),
    ),
    ...addressChangeRoutes(services),
    anyone("GET", addresses.activate, (visit) => showActivate(services, visit)),
    anyone("POST", addresses.activate, (visit) => postActivate(services, visit)),
    anyone("GET", account.login, (visit) => showLogin(services, visit)),
    anyone("POST", account.login, (visit) => postLogin(services, visit), "secret"),
    anyone("GET", account.forgot, (visit) => showForgot(services, visit)),
    anyone("POST", account.forgot, (visit) => postForgot(services, visit)),
    anyone("GET", account.forgotSent, (visit) =>
      showSent(services, visit, { text: "account.sent.reset", again: account.forgot }),
    ),
    anyone("GET", account.recover, (visit) => showRecover(services, visit)),
    anyone("POST", account.recover, (visit) => postRecover(services, visit)),
    anyone("GET", account.recoverProof, (visit) => showRecoverProof(services, visit)),
    anyone("POST", account.recoverProof, (visit) => postRecoverProof(services, visit), "secret"),
    anyone("POST", account.recoverSend, (visit) => postRecoverSend(services, visit)),
    anyone("GET", account.recoverPassword, (visit) => showRecoverPassword(services, visit)),
    anyone("POST", account.recoverPassword, (visit) => postRecoverPassword(services, visit), "secret"),
    anyone("GET", account.forgotNames, (visit) => showForgotNames(services, visit)),
    anyone("POST", account.forgotNames, (visit) => postForgotNames(services, visit)),
    anyone("GET", account.forgotNamesSent, (visit) => showNamesSent(services, visit)),
    anyone("GET", addresses.reset, (visit) => showReset(services, visit)),
    anyone("POST", addresses.reset, (visit) => postReset(services, visit), "secret"),
    halfway("GET", account.factor, (visit) => showFactor(services, visit)),
    halfway("POST", account.factor, (visit) => postFactor(services, visit), "secret"),
    halfway("GET", account.recoveryCode, (visit) => showRecoveryCode(services, visit)),
    halfway("POST", account.recoveryCode, (visit) => postRecoveryCode(services, visit), "secret"),
    halfway("POST", account.sendCode, (visit) => postSendCode(services, visit), "secret"),
    halfway("POST", account.sentCode, (visit) => postSentCode(services, visit), "secret"),
    halfway("POST", account.logout, (visit) => postLogout(services, visit), "secret"),
    enrolling(person("GET", account.confirm, (visit) => showConfirm(services, visit))),
    enrolling(person("POST", account.confirm, (visit) => postConfirm(services, visit), "secret")),
    person("GET", account.tickets, (visit) => showOwnTickets(services, visit)),
    person("GET", account.ticket(":ticket"), (visit) => openOwnTicket(services, visit)),
    person("GET", account.security, (visit) => showSecurity(services, visit)),
    anyone("POST", account.askForPasskeyLogin, (visit) => postAskForPasskeyLogin(services, visit), "secret"),
    anyone("POST", account.passkeyLogin, (visit) => postPasskeyLogin(services, visit), "secret"),
    freshly("GET", account.passkeys, (visit) => showPasskeys(services, visit)),
    settling("POST", account.askForPasskey, (visit) => postAskForPasskey(services, visit)),
    settling("POST", account.addPasskey, (visit) => postAddPasskey(services, visit)),
    settling("POST", account.removePasskey, (visit) => postRemovePasskey(services, visit)),
    freshly("GET", account.renamePasskey, (visit) => showRenamePasskey(services, visit)),
    freshly("POST", account.renamePasskey, (visit) => postRenamePasskey(services, visit), "secret"),
    settling("GET", account.phone, (visit) => showReach(services, visit, "phone")),
    settling("POST", account.phone, (visit) => postReach(services, visit, "phone")),
    settling("POST", account.provePhone, (visit) => postProveReach(services, visit, "phone")),
    settling("GET", account.email, (visit) => showReach(services, visit, "email")),
    settling("POST", account.email, (visit) => postReach(services, visit, "email")),
    settling("POST", account.proveEmail, (visit) => postProveReach(services, visit, "email")),
    freshly("GET", account.words, (visit) => showWords(services, visit)),
    freshly("POST", account.words, (visit) => postWords(services, visit), "secret"),
    freshly("POST", account.removeWords, (visit) => postRemoveWords(services, visit), "secret"),
    settling("GET", account.codes, (visit) => showCodes(services, visit)),
    settling("POST", account.codes, (visit) => postCodes(services, visit)),
    settling("POST", account.sendCodeToAdd, (visit) => postSendCodeToAdd(services, visit)),
    settling("POST", account.removeCodes, (visit) => postRemoveCodes(services, visit)),
    settling("GET", account.questions, (visit) => showQuestions(services, visit)),
    settling("POST", account.questions, (visit) => postQuestions(services, visit)),
    settling("POST", account.removeQuestions, (visit) => postRemoveQuestions(services, visit)),
    enrolling(settling("GET", account.authenticator, (visit) => showAuthenticator(services, visit))),
    enrolling(settling("POST", account.authenticator, (visit) => postAuthenticator(services, visit))),
    settling("POST", account.removeAuthenticator, (visit) => postRemoveAuthenticator(services, visit)),
    settling("POST", account.recoveryCodes, (visit) => postRecoveryCodes(services, visit)),
    freshly("GET", account.identity, (visit) => showIdentity(services, visit)),
    settling("GET", account.nik, (visit) => showNik(services, visit)),
    settling("POST", account.nik, (visit) => postNik(services, visit)),
    settling("GET", account.familyCard, (visit) => showFamilyCard(services, visit)),
    settling("POST", account.familyCard, (visit) => postFamilyCard(services, visit)),
    settling("GET", account.passport, (visit) => showPassport(services, visit)),
    settling("POST", account.passport, (visit) => postPassport(services, visit)),
    person("GET", account.home, (visit) => showHome(services, visit)),
    person("GET", account.data, (visit) => showData(services, visit)),
    ...rightsRoutes(services),
    settling("GET", account.erase, (visit) => showErase(services, visit)),
    settling("POST", account.erase, (visit) => postErase(services, visit)),
    freshly("POST", account.undoErasure, (visit) => postUndoErasure(services, visit), "secret"),
    // Whoever took an account over must not leave with everything that is in it.
    freshly(
      "GET",
      account.copy,
      settled(services, (visit) => getCopy(services, visit)),
    ),
    freshly(
      "POST",
      account.copy,
      settled(services, (visit) => postCopy(services, visit)),
      "secret",
    ),
    evenOverdue("GET", account.password, (visit) => showPassword(services, visit)),
    evenOverdue("POST", account.password, (visit) => postPassword(services, visit), "secret"),
    person("GET", account.sessions, (visit) => showSessions(services, visit)),
    person("POST", account.endSession, (visit) => postEndSession(services, visit)),
    person("POST", account.forgetDevice, (visit) => postForgetDevice(services, visit)),
    person("GET", account.profile, (visit) => showProfile(services, visit)),
    person("POST", account.profile, (visit) => postProfile(services, visit)),
    person("GET", account.nikCase, (visit) => showNikCase(services, visit)),
    person(
      "POST",
      account.nikCase,
      settled(services, (visit) => postNikCase(services, visit)),
    ),
    ...evidenceSlots.map((slot) =>
      person("POST", account.nikEvidence[slot], (visit) => postEvidence(services, visit, slot), "upload"),
    ),
    person(
      "POST",
      account.sendNikCase,
      settled(services, (visit) => sendNikCase(services, visit)),
    ),
    person("POST", account.endNikCase, (visit) => endNikCase(services, visit)),
    person("GET", account.photo, (visit) => showPhoto(services, visit)),
    person("POST", account.photo, (visit) => postPhoto(services, visit), "upload"),
    person("POST", account.photoRemove, (visit) => postPhotoRemove(services, visit)),
  ];
}

async function postLogout(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  await logout(services.db, visit.session);
  return redirect(loginAfter("signed_out"), [noSessionCookie()]);
}
