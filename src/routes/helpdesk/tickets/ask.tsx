import { first } from "../../../platform/http/form.ts";
import { networkOf } from "../../../platform/limits.ts";
import { notFound } from "../../../platform/refusals.ts";
import { paths } from "../../../paths.ts";
import type { TypedPage } from "../../../program/answers.ts";
import { fieldOf } from "../../../program/fields/index.ts";
import type { HumanProblem } from "../../../registry/accounts/human-question.ts";
import { readPrefilled } from "../../../registry/accounts/prefilled.query.ts";
import { listFaqAt } from "../../../registry/faq/entry.query.ts";
import { statedFacts } from "../../../registry/sources/check.ts";
import { askHelpdesk } from "../../../registry/tickets/ask.ts";
import { isTakenBy, type TicketCategory } from "../../../registry/tickets/category-file.ts";
import { regencyOf } from "../../../registry/tickets/dukcapil-file.ts";
import { ticketDoor } from "../../../registry/tickets/door.ts";
import { Button } from "../../../ui/button/button.tsx";
import { Select } from "../../../ui/select/select.tsx";
import { askAnew, askOnForm, HumanField, humanProblemOf, spendHuman } from "../../human.tsx";
import { redirect } from "../../respond.ts";
import type { Visit } from "../../route.ts";
import { waitWords } from "../../wait-words.ts";
import { readFields } from "./ask-form.ts";
import { cameFrom } from "./came-from.ts";
import { contactFields } from "./contact-fields.ts";
import { Fields, Problems, type FieldProblem } from "./fields.tsx";
import { ReadFirst } from "./read-first.page.tsx";
import type { TicketServices } from "./services.ts";

/** The form of one category. */
export async function showAsk(services: TicketServices, visit: Visit): Promise<Response> {
  const category = categoryOf(services, visit);
  return draw(services, visit, category, { problems: [], typed: await prefilled(services, visit, category) });
}

/** Takes a question, and leads to its ticket. */
export async function postAsk(services: TicketServices, visit: Visit): Promise<Response> {
  const { say, language, form } = visit;
  const category = categoryOf(services, visit);
  const definitions = [...category.fields, ...contactFields];
  const { typed, answers, errors } = readFields(definitions, form, { say, language, regions: services.regions });
  const institution = (await institutionsOf(services, category)).find(({ slug }) => slug === first(form, "instansi"));
  const human = await humanProblemOf(services, visit);
  const problems = [
    ...(institution ? [] : [{ field: "instansi", text: say("tickets.error_institution") }]),
    ...errors,
    ...(human ? [{ field: "human", text: say(`human.${human}`) }] : []),
  ];
  if (problems.length > 0 || !institution) return draw(services, visit, category, { problems, typed, human });
  if (!(await spendHuman(services, visit))) {
    const again = [{ field: "human", text: say("human.expired") }];
    return draw(services, visit, category, { problems: again, typed, human: "expired" });
  }
  const { kontak_surel: email, kontak_telepon: phone } = answers;
  const { checks } = category;
  const from = await cameFrom(services, visit);
  const asking = askHelpdesk(services, {
    institutionId: institution.id,
    category: category.category,
    language,
    // Staff who fill in a form for somebody at a desk are not whose question it is.
    accountId: visit.session?.staff === false ? visit.session.accountId : undefined,
    programSlug: from?.program.slug,
    programPage: from?.page,
    network: networkOf(visit.address),
    nik: typeof answers["nik"] === "string" ? answers["nik"] : undefined,
    content: {
      name: String(answers["nama"]),
      birthDate: String(answers["tanggal_lahir"]),
      ...(email === undefined ? {} : { email: String(email) }),
      ...(phone === undefined ? {} : { phone: String(phone) }),
      ...(checks ? { checks: checks.map((one) => ({ source: one.source, ...statedFacts(one, answers) })) } : {}),
      ...(category.refer ? { regency: regencyOf(String(answers[category.refer.nik])) } : {}),
      answers: definitions.flatMap((definition) => {
        const answer = answers[definition.id];
        if (answer === undefined) return [];
        const shown = fieldOf(definition).show(definition, answer, { language, regions: services.regions });
        return [{ label: definition.label, shown }];
      }),
    },
  });
  let id: string | undefined;
  try {
    id = await asking;
  } catch (refusal) {
    // Whole schools share a network: whoever is too many keeps what they typed.
    const wait = [{ field: "human", text: waitWords(say, refusal) }];
    return draw(services, visit, category, { problems: wait, typed, human: "expired", status: 429 });
  }
  if (id === undefined) return redirect(paths.helpdesk.again);
  return redirect(`${paths.helpdesk.ticket(ticketDoor(services.keyring, visit.csrf, id))}?sent`);
}

function categoryOf({ categories }: TicketServices, { params }: Visit): TicketCategory {
  const category = categories.find((one) => one.category === params["category"]);
  if (!category) throw notFound();
  return category;
}

/** The institutions that take questions of a category. */
async function institutionsOf({ catalog }: TicketServices, category: TicketCategory) {
  const programs = await catalog.list();
  const all = new Map(
    programs.map(({ institution, institutionId }) => [institutionId, { ...institution, id: institutionId }]),
  );
  return [...all.values()].filter(({ slug }) => isTakenBy(category, slug));
}

/** What the account of whoever is signed in knows already: they are asked for nothing twice, and hear of the answer. */
async function prefilled(services: TicketServices, { session }: Visit, category: TicketCategory) {
  if (session?.staff !== false) return {};
  return readPrefilled(services, session.accountId, [...category.fields, ...contactFields]);
}

interface Shown {
  readonly problems: readonly FieldProblem[];
  readonly typed: TypedPage;
  readonly human?: HumanProblem | undefined;
  readonly status?: number;
}

async function draw(services: TicketServices, visit: Visit, category: TicketCategory, shown: Shown): Promise<Response> {
  const { say, language, form } = visit;
  const { regions } = services;
  const { problems, typed, human, status = problems.length > 0 ? 422 : 200 } = shown;
  // What was used up already is not asked again: no answer to it would ever count.
  const check = await (human === "expired" ? askAnew : askOnForm)(services, visit);
  const institutions = await institutionsOf(services, category);
  const [only] = institutions.length === 1 ? institutions : [];
  const from = await cameFrom(services, visit);
  const answered = await listFaqAt(services.db, category.questions);
  const wrong = problems.find(({ field }) => field === "instansi")?.text;
  return services.draw(
    visit,
    {
      title: category.title[language],
      errors: problems.length > 0,
      status,
      back: { href: paths.helpdesk.home, text: say("helpdesk.title") },
    },
    <>
      <Problems visit={visit} problems={problems} />
      <span class="govuk-caption-l">{say("tickets.caption")}</span>
      <h1 class="govuk-heading-l">{category.title[language]}</h1>
      <p class="govuk-body-l">{category.lead[language]}</p>
      <ReadFirst visit={visit} entries={answered} from={from} />
      <form method="post" action={paths.helpdesk.ask(category.category)} novalidate>
        <input type="hidden" name="csrf" value={visit.csrf} />
        {from && <input type="hidden" name="program" value={from.program.slug} />}
        {from?.page && <input type="hidden" name="page" value={from.page} />}
        <Select
          name="instansi"
          label={{ text: say("tickets.institution"), classes: "govuk-label--s" }}
          value={form["instansi"]?.[0] ?? only?.slug ?? from?.program.institution.slug ?? ""}
          items={[
            { value: "", text: say("tickets.choose") },
            ...institutions.map(({ slug, name }) => ({ value: slug, text: name[language] })),
          ]}
          {...(wrong ? { errorMessage: { text: wrong, visuallyHiddenText: say("frame.error_prefix") } } : {})}
        />
        <Fields visit={visit} definitions={category.fields} typed={typed} problems={problems} regions={regions} />
        <h2 class="govuk-heading-m">{say("tickets.contact")}</h2>
        <Fields visit={visit} definitions={contactFields} typed={typed} problems={problems} regions={regions} />
        <HumanField visit={visit} check={check} problem={human} />
        <p class="govuk-body">{say("tickets.privacy")}</p>
        <Button text={say("tickets.send")} preventDoubleClick />
      </form>
    </>,
  );
}
