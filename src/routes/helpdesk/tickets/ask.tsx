import { first } from "../../../platform/http/form.ts";
import { networkOf } from "../../../platform/limits.ts";
import { notFound, Refusal } from "../../../platform/refusals.ts";
import { paths } from "../../../paths.ts";
import { fieldOf } from "../../../program/fields/index.ts";
import type { HumanProblem } from "../../../registry/accounts/human-question.ts";
import { statedFacts } from "../../../registry/sources/check.ts";
import { askHelpdesk } from "../../../registry/tickets/ask.ts";
import type { TicketCategory } from "../../../registry/tickets/category-file.ts";
import { regencyOf } from "../../../registry/tickets/dukcapil-file.ts";
import { ticketDoor } from "../../../registry/tickets/door.ts";
import { Button } from "../../../ui/button/button.tsx";
import { Select } from "../../../ui/select/select.tsx";
import { askAnew, askOnForm, HumanField, humanProblemOf, spendHuman } from "../../human.tsx";
import { redirect } from "../../respond.ts";
import type { Visit } from "../../route.ts";
import { readFields } from "./ask-form.ts";
import { cameFrom } from "./came-from.ts";
import { contactFields } from "./contact-fields.ts";
import { Fields, Problems, type FieldProblem } from "./fields.tsx";
import type { TicketServices } from "./services.ts";

/** The form of one category. */
export function showAsk(services: TicketServices, visit: Visit): Promise<Response> {
  return draw(services, visit, categoryOf(services, visit), []);
}

/** Takes a question, and leads to its ticket. */
export async function postAsk(services: TicketServices, visit: Visit): Promise<Response> {
  const { say, language, form } = visit;
  const category = categoryOf(services, visit);
  const definitions = [...category.fields, ...contactFields];
  const { answers, errors } = readFields(definitions, form, { say, language, regions: services.regions });
  const institution = (await institutionsOf(services)).find(({ slug }) => slug === first(form, "instansi"));
  const human = await humanProblemOf(services, visit);
  const problems = [
    ...(institution ? [] : [{ field: "instansi", text: say("tickets.error_institution") }]),
    ...errors,
    ...(human ? [{ field: "human", text: say(`human.${human}`) }] : []),
  ];
  if (problems.length > 0 || !institution) return draw(services, visit, category, problems, human);
  if (!(await spendHuman(services, visit))) {
    const again = [{ field: "human", text: say("human.expired") }];
    return draw(services, visit, category, again, "expired");
  }
  const { kontak_surel: email, kontak_telepon: phone } = answers;
  const { check } = category;
  const asking = askHelpdesk(services, {
    institutionId: institution.id,
    category: category.category,
    language,
    // Staff who fill in a form for somebody at a desk are not whose question it is.
    accountId: visit.session?.staff === false ? visit.session.accountId : undefined,
    programSlug: (await cameFrom(services, visit))?.slug,
    network: networkOf(visit.address),
    nik: typeof answers["nik"] === "string" ? answers["nik"] : undefined,
    content: {
      name: String(answers["nama"]),
      birthDate: String(answers["tanggal_lahir"]),
      ...(email === undefined ? {} : { email: String(email) }),
      ...(phone === undefined ? {} : { phone: String(phone) }),
      ...(check ? { check: { source: check.source, ...statedFacts(check, answers) } } : {}),
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
    if (!(refusal instanceof Refusal) || refusal.status !== 429) throw refusal;
    // Whole schools share a network: whoever is too many keeps what they typed.
    const minutes = Math.ceil((refusal.retryAfterSeconds ?? 60) / 60);
    const wait = [{ field: "human", text: say("refusal.too_many.text", { minutes }) }];
    return draw(services, visit, category, wait, "expired", refusal.status);
  }
  if (id === undefined) return redirect(paths.helpdesk.again);
  return redirect(`${paths.helpdesk.ticket(ticketDoor(services.keyring, visit.csrf, id))}?sent`);
}

function categoryOf({ categories }: TicketServices, { params }: Visit): TicketCategory {
  const category = categories.find((one) => one.category === params["category"]);
  if (!category) throw notFound();
  return category;
}

async function institutionsOf({ catalog }: TicketServices) {
  const programs = await catalog.list();
  return [
    ...new Map(
      programs.map(({ institution, institutionId }) => [institutionId, { ...institution, id: institutionId }]),
    ).values(),
  ];
}

async function draw(
  services: TicketServices,
  visit: Visit,
  category: TicketCategory,
  problems: readonly FieldProblem[],
  human?: HumanProblem,
  status = problems.length > 0 ? 422 : 200,
): Promise<Response> {
  const { say, language, form } = visit;
  const { regions } = services;
  const { typed } = readFields([...category.fields, ...contactFields], form, { say, language, regions });
  // What was used up already is not asked again: no answer to it would ever count.
  const check = await (human === "expired" ? askAnew : askOnForm)(services, visit);
  const institutions = await institutionsOf(services);
  const from = await cameFrom(services, visit);
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
      <form method="post" action={paths.helpdesk.ask(category.category)} novalidate>
        <input type="hidden" name="csrf" value={visit.csrf} />
        {from && <input type="hidden" name="program" value={from.slug} />}
        <Select
          name="instansi"
          label={{ text: say("tickets.institution"), classes: "govuk-label--s" }}
          value={form["instansi"]?.[0] ?? from?.institution.slug ?? ""}
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
