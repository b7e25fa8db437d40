import { open } from "../../platform/keys/seal.ts";
import { nameContext } from "../accounts/account.query.ts";
import { readFactors } from "../accounts/factors.query.ts";
import { findFamilyCard } from "../accounts/family-card.ts";
import { accountKey } from "../accounts/keys.ts";
import { listRemembered } from "../accounts/remembered-devices.ts";
import { getWords } from "../accounts/words.query.ts";
import { listConsents } from "../consents/consents.query.ts";
import { listTrail, type OwnTrace } from "../consents/trail.query.ts";
import { identifierContext } from "../identifiers/identifier.ts";
import { listOwnCases } from "../nik-cases/own-case.query.ts";
import { listPasskeys } from "../passkeys/list.query.ts";
import { findFacts } from "../questions/facts.ts";
import { gatherTickets } from "../tickets/own.query.ts";
import { gatherRights } from "../rights/gather.ts";
import { openVisitor } from "../sessions/visitor.ts";
import type { CopyServices } from "./services.ts";

/** Everything that is kept of an account itself. */
export type AccountData = Awaited<ReturnType<typeof gatherAccount>>;

/** Opens everything that is kept of an account, but for secrets: what proves who one is stays where it is. */
export async function gatherAccount(services: Omit<CopyServices, "catalog" | "blobs">, accountId: string) {
  const { db, keyring } = services;
  const key = await accountKey(db, keyring, accountId);
  const account = await db
    .selectFrom("accounts")
    .select(["id", "status", "language", "created_at", "activated_at", "password_changed_at", "name_sealed"])
    .where("id", "=", accountId)
    .executeTakeFirstOrThrow();
  const { name_sealed, ...facts } = account;
  const identifiers = await db
    .selectFrom("account_identifiers")
    .select(["id", "kind", "sealed", "verified_at", "created_at"])
    .where("account_id", "=", accountId)
    .orderBy("created_at")
    .execute();
  const sessions = await db
    .selectFrom("sessions")
    .select(["visitor_sealed", "created_at", "seen_at", "ended_at", "factor_at", "failed_before"])
    .where("account_id", "=", accountId)
    .orderBy("created_at")
    .execute();
  return {
    account: {
      ...facts,
      name: name_sealed ? open(key, name_sealed, nameContext(accountId)).toString("utf8") : "",
      family_card: (await findFamilyCard(db, keyring, accountId)) ?? null,
      words_in_letters: (await getWords(db, keyring, accountId)) ?? null,
      names: identifiers.map(({ id, sealed, ...row }) => ({
        ...row,
        value: open(key, sealed, identifierContext(row.kind, id)).toString("utf8"),
      })),
    },
    second_factors: { ...(await readFactors(db, accountId)), named_passkeys: await listPasskeys(services, accountId) },
    facts_for_recovery: (await findFacts(db, keyring, accountId)) ?? null,
    remembered_devices: await listRemembered(services, accountId),
    logins: sessions.map(({ visitor_sealed, ...row }) => ({
      ...row,
      ...(visitor_sealed ? openVisitor(key, accountId, visitor_sealed) : { agent: "", address: "" }),
    })),
    roles: await db
      .selectFrom("staff_roles as r")
      .innerJoin("institutions as i", "i.id", "r.institution_id")
      .select(["i.name as institution", "r.role", "r.granted_at"])
      .where("r.account_id", "=", accountId)
      .execute(),
    letters: await db
      .selectFrom("notices")
      .select(["kind", "language", "created_at", "sent_at"])
      .where("account_id", "=", accountId)
      .orderBy("created_at")
      .execute(),
    help_from_officers: await db
      .selectFrom("account_requests as r")
      .innerJoin("institutions as i", "i.id", "r.institution_id")
      .select(["i.name as institution", "r.kind", "r.asked_at", "r.answer", "r.answered_at", "r.done_at"])
      .where("r.account_id", "=", accountId)
      .execute(),
    tickets: await gatherTickets(services, accountId),
    requests_about_data: await gatherRights(services, accountId),
    cases_about_nik: (await listOwnCases(services, accountId)).map(({ side, status, institution, ...matter }) => ({
      side,
      status,
      institution,
      opened_at: matter.openedAt,
      closed_at: matter.closedAt,
      reason: matter.reason ?? null,
    })),
    copies: await db
      .selectFrom("data_copies")
      .select(["number", "asked_at", "ready_at"])
      .where("account_id", "=", accountId)
      .orderBy("asked_at")
      .execute(),
    consents: await listConsents(db, accountId),
    trail: await wholeTrail(services, accountId),
  };
}

const AT_ONCE = 1_000;

async function wholeTrail({ db }: Pick<CopyServices, "db">, accountId: string): Promise<OwnTrace[]> {
  const all: OwnTrace[] = [];
  for (;;) {
    const some = await listTrail(db, accountId, { most: AT_ONCE, passed: all.length });
    all.push(...some);
    if (some.length < AT_ONCE) return all;
  }
}
