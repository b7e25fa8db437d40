import * as z from "zod";
import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { networkOf } from "../../platform/limits.ts";
import { codeKinds, readFactors } from "../../registry/accounts/factors.query.ts";
import { hasProvedEnough } from "../../registry/recovery/enough.ts";
import { proveRecovery } from "../../registry/recovery/prove.ts";
import { proofs, type Proof, type Recovery } from "../../registry/recovery/recovery.query.ts";
import { sendRecoveryCode } from "../../registry/recovery/send-code.ts";
import { redirect } from "../respond.ts";
import type { Visit } from "../route.ts";
import { fieldOfProof, RecoverProofPage } from "./recover-proof.page.tsx";
import { RecoveryDeadPage } from "./recovery-dead.page.tsx";
import { readRecovery } from "./recovery-cookie.ts";
import { channelsOf } from "./sent-code.tsx";
import type { AccountRouteServices } from "./services.ts";
import { codeTyped, readTyped, recoveryTyped, type Problems } from "./typed.ts";

const typedAs = {
  sent_code: z.object({ sent_code: codeTyped }),
  code: z.object({ code: codeTyped }),
  recovery: z.object({ recovery: recoveryTyped }),
} as const;

const wrong = {
  sent_code: "account.error.sent_code_wrong",
  code: "account.error.code_wrong",
  recovery: "account.error.recovery_wrong",
} as const;

/** Asks for what was chosen first, and then for one proof more where the account needs it. */
export async function showRecoverProof(
  services: AccountRouteServices,
  visit: Visit,
  problems: Problems = {},
): Promise<Response> {
  const recovery = await readRecovery(services, visit);
  if (!recovery) return drawRecoveryDead(services, visit);
  if (await hasProvedEnough(services.db, recovery)) return redirect(paths.account.recoverPassword);
  return services.draw(
    visit,
    {
      title: visit.say("account.recover.title"),
      errors: Object.keys(problems).length > 0,
      back: { href: paths.account.recover },
    },
    <RecoverProofPage
      visit={visit}
      problems={problems}
      recovery={recovery}
      more={await waysLeft(services, recovery)}
    />,
  );
}

/** Takes a code of any way. */
export async function postRecoverProof(services: AccountRouteServices, visit: Visit): Promise<Response> {
  const recovery = await readRecovery(services, visit);
  if (!recovery) return drawRecoveryDead(services, visit);
  const proof = proofs.find((one) => one === first(visit.form, "proof")) ?? (recovery.codeWay || "recovery_code");
  const field = fieldOfProof[proof];
  const typed = readTyped(typedAs[field], visit.form);
  if ("problems" in typed) return showRecoverProof(services, visit, typed.problems);
  const [value = ""] = Object.values(typed.value);
  const right = await proveRecovery(services, recovery, { proof, typed: value, network: networkOf(visit.address) });
  if (!right) return showRecoverProof(services, visit, { [field]: { key: wrong[field] } });
  return redirect(paths.account.recoverProof);
}

/** Sends another code: by the way that was chosen first, or by any way once something was proved. */
export async function postRecoverSend(services: AccountRouteServices, visit: Visit): Promise<Response> {
  const recovery = await readRecovery(services, visit);
  if (!recovery) return drawRecoveryDead(services, visit);
  const kind = codeKinds.find((one) => one === first(visit.form, "kind"));
  const mayChoose = kind === recovery.way || recovery.proved.length > 0;
  if (kind !== undefined && mayChoose && (kind === "email" || services.sendsTexts)) {
    await sendRecoveryCode(services, recovery, kind);
  }
  return redirect(paths.account.recoverProof);
}

/** The page for a browser that has no recovery any more. */
export function drawRecoveryDead(services: AccountRouteServices, visit: Visit): Response {
  return services.draw(
    visit,
    { title: visit.say("account.recover.dead_title"), status: 404 },
    <RecoveryDeadPage visit={visit} />,
  );
}

/** What of the account can still be proved, shown only to whoever has proved something. */
async function waysLeft(services: AccountRouteServices, { accountId, proved }: Recovery) {
  if (accountId === undefined || proved.length === 0) return [];
  const { authenticator, recoveryCodes } = await readFactors(services.db, accountId);
  const channels = await channelsOf(services, accountId, codeKinds);
  const all: readonly { readonly proof: Proof; readonly masked?: string }[] = [
    ...channels.map(({ kind, masked }) => ({ proof: kind, masked })),
    ...(authenticator ? [{ proof: "authenticator" as const }] : []),
    ...(recoveryCodes > 0 ? [{ proof: "recovery_code" as const }] : []),
  ];
  return all.filter(({ proof }) => !proved.includes(proof));
}
