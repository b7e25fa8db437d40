import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { searchPurposes } from "../../../registry/tickets/search.ts";
import { Button } from "../../../ui/button/button.tsx";
import { Details } from "../../../ui/details/details.tsx";
import { FilterBar } from "../../../ui/filter-bar/filter-bar.tsx";
import { Input } from "../../../ui/input/input.tsx";
import { Select } from "../../../ui/select/select.tsx";
import { fieldError } from "../accounts/asking-fields.tsx";
import { isNarrowed, ticketDrawers } from "./inbox-filter.ts";
import type { InboxPageProps } from "./inbox-page-props.ts";

/** Finding a ticket by its number or a fact; by a form that is posted, so that no address carries the fact. */
export function Search({ visit, errors }: Pick<InboxPageProps, "visit" | "errors">) {
  const { say, form, csrf } = visit;
  return (
    <Details summaryText={<span data-shortcut="/">{say("inbox.search")}</span>} open={Object.keys(errors).length > 0}>
      <form method="post" action={paths.console.tickets} role="search" aria-label={say("inbox.search")} novalidate>
        <input type="hidden" name="csrf" value={csrf} />
        <Input
          name="sought"
          label={{ text: say("inbox.sought") }}
          hint={{ text: say("inbox.sought_hint") }}
          value={first(form, "sought")}
          autocomplete="off"
          spellcheck={false}
          {...fieldError(visit, errors.sought)}
        />
        <Select
          name="purpose"
          label={{ text: say("inbox.purpose") }}
          hint={{ text: say("inbox.purpose_hint") }}
          value={first(form, "purpose")}
          items={[
            { value: "", text: say("inbox.purpose_none") },
            ...searchPurposes.map((value) => ({ value, text: say(`inbox.purpose_${value}`) })),
          ]}
          {...fieldError(visit, errors.purpose)}
        />
        <Button text={say("inbox.search_button")} classes="govuk-button--secondary" preventDoubleClick />
      </form>
    </Details>
  );
}

/** What the inbox may be narrowed by. */
export function Filters({ visit, filter, inbox, names, programs, institutions }: InboxPageProps) {
  const { say, language } = visit;
  return (
    <FilterBar
      action={paths.console.tickets}
      label={say("inbox.filter")}
      buttonText={say("inbox.filter_button")}
      {...(isNarrowed(filter) ? { clear: { href: paths.console.tickets, text: say("inbox.clear") } } : {})}
    >
      <Select
        name="status"
        attributes={{ "data-shortcut": "f" }}
        label={{ text: say("inbox.status") }}
        value={filter.drawer}
        items={ticketDrawers.map((value) => ({
          value,
          text:
            value === "answered"
              ? say("inbox.drawer.answered")
              : say(`inbox.drawer.${value}`, { count: inbox.counts[value] }),
        }))}
      />
      <Select
        name="category"
        label={{ text: say("inbox.category") }}
        value={filter.category}
        items={[
          { value: "", text: say("inbox.all_categories") },
          ...[...names].map(([value, title]) => ({ value, text: title[language] })),
        ]}
      />
      {programs.length > 1 && (
        <Select
          name="program"
          label={{ text: say("inbox.program") }}
          value={filter.program}
          items={[
            { value: "", text: say("inbox.all_programs") },
            ...programs.map(({ slug, title }) => ({ value: slug, text: title })),
          ]}
        />
      )}
      {institutions.length > 1 && (
        <Select
          name="institution"
          label={{ text: say("inbox.institution") }}
          value={filter.institution}
          items={[
            { value: "", text: say("inbox.all_institutions") },
            ...institutions.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
      )}
    </FilterBar>
  );
}
