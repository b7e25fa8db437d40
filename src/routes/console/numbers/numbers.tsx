import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { notFound } from "../../../platform/refusals.ts";
import { inLanguage } from "../../../program/definition.ts";
import { listStaffRoles } from "../../../registry/accounts/staff.query.ts";
import { isUuid } from "../../../registry/applications/load.query.ts";
import { recordAudit } from "../../../registry/audit/record.ts";
import { answerProof } from "../../../registry/members/answer-proof.ts";
import { findMember } from "../../../registry/members/member.query.ts";
import { listAskedProofs, readAskedProof } from "../../../registry/members/proof.query.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { shortMoment } from "../../../texts/dates.ts";
import { EmptyState } from "../../../ui/empty-state/empty-state.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { NotificationBanner } from "../../../ui/notification-banner/notification-banner.tsx";
import { Table } from "../../../ui/table/table.tsx";
import { redirect } from "../../respond.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import { readNote } from "../note.ts";
import { Sections, sectionsOf } from "../sections.tsx";
import type { ConsoleServices } from "../services.ts";
import { ProofPage, type ProofErrors } from "./proof.page.tsx";

/** Numbers of before whose owners could not prove them by a code: the secretariat looks and decides. */
export function numberRoutes(services: ConsoleServices): Route[] {
  const one = paths.console.numberProof(":proof");
  return [
    staff("manage_numbers", "GET", paths.console.numbers, (visit) => list(services, visit)),
    staff("manage_numbers", "GET", one, (visit) => show(services, visit, {})),
    staff("manage_numbers", "POST", one, (visit) => answer(services, visit)),
  ];
}

async function list(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { say, language } = visit;
  const roles = await listStaffRoles(services.db, visit.session.accountId);
  const proofs = await withStaff(services.db, visit.institutions, (trx) => listAskedProofs(trx, services.keyring));
  return services.draw(
    visit,
    { title: say("console.numbers.title"), area: say("console.area"), layout: "full" },
    <>
      {visit.url.searchParams.has("done") && (
        <NotificationBanner type="success" titleText={say("console.success")} text={say("console.numbers.done")} />
      )}
      <Sections say={say} open={sectionsOf(roles)} current="numbers" />
      <h1 class="govuk-heading-l">{say("console.numbers.title")}</h1>
      <p class="govuk-body">{say("console.numbers.text")}</p>
      {proofs.length === 0 ? (
        <EmptyState title={say("console.numbers.empty_title")} text={say("console.numbers.empty")} />
      ) : (
        <Table
          caption={say("console.numbers.caption", { count: proofs.length })}
          captionClasses="govuk-table__caption--s"
          firstCellIsHeader
          stacked
          head={(["number", "name", "since"] as const).map((column) => ({
            text: say(`console.numbers.column_${column}`),
          }))}
          rows={proofs.map((proof) => [
            { text: <Link href={paths.console.numberProof(proof.id)}>{proof.stated.number}</Link> },
            {
              text: (
                <>
                  {proof.name === "" ? say("console.unnamed") : proof.name}
                  <br />
                  <span class="govuk-hint">{inLanguage(proof.program.title, language)}</span>
                </>
              ),
            },
            { text: shortMoment(proof.askedAt, proof.zone, language) },
          ])}
        />
      )}
    </>,
  );
}

function show(services: ConsoleServices, visit: StaffVisit, errors: ProofErrors): Promise<Response> {
  const { say, form, session } = visit;
  const { keyring } = services;
  return withStaff(services.db, visit.institutions, async (trx) => {
    const proof = await readAskedProof(trx, keyring, proofOf(visit));
    const program = { id: proof.program.id, institutionId: proof.institutionId };
    const found = await findMember({ db: trx, keyring }, program, proof.stated.number);
    await recordAudit(trx, {
      actorId: session.accountId,
      actorKind: "staff",
      action: "number.view",
      institutionId: proof.institutionId,
      subjectKind: "account",
      subjectId: proof.accountId,
      data: { proof: proof.id },
    });
    return services.draw(
      visit,
      {
        title: say("console.numbers.one_title", { number: proof.stated.number }),
        area: say("console.area"),
        back: { href: paths.console.numbers, text: say("console.numbers.back") },
        errors: Object.keys(errors).length > 0,
      },
      <ProofPage
        visit={visit}
        proof={proof}
        member={found?.member}
        isOwn={proof.accountId === session.accountId}
        typed={{ answer: first(form, "answer"), words: first(form, "words") }}
        errors={errors}
      />,
    );
  });
}

async function answer(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { say, form } = visit;
  const proofId = proofOf(visit);
  const given = first(form, "answer");
  const words = readNote(form, "words", say);
  const wordsError = words.error ?? (given === "denied" && words.text === "" ? say("console.numbers.error_words") : "");
  const isAnswer = given === "granted" || given === "denied";
  if (!isAnswer || wordsError !== "") {
    return show(services, visit, {
      ...(isAnswer ? {} : { answer: say("console.numbers.error_answer") }),
      ...(wordsError === "" ? {} : { words: wordsError }),
    });
  }
  await answerProof(services, {
    proofId,
    institutions: visit.institutions,
    actorId: visit.session.accountId,
    answer: given,
    words: words.text,
  });
  return redirect(`${paths.console.numbers}?done`);
}

function proofOf(visit: StaffVisit): string {
  const id = visit.params["proof"] ?? "";
  if (!isUuid(id)) throw notFound();
  return id;
}
