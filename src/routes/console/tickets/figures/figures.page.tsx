import { paths } from "../../../../paths.ts";
import type { TicketSpan } from "../../../../registry/tickets/figures.query.ts";
import { ErrorSummary } from "../../../../ui/error-summary/error-summary.tsx";
import { FilterBar } from "../../../../ui/filter-bar/filter-bar.tsx";
import { Input } from "../../../../ui/input/input.tsx";
import { Link } from "../../../../ui/link/link.tsx";
import { Select } from "../../../../ui/select/select.tsx";
import type { StaffVisit } from "../../../route.ts";
import { fieldError } from "../../accounts/asking-fields.tsx";
import { Sections, type Section } from "../../sections.tsx";
import { Ages, Categories, Days, Judged, Pages, Programs, Sums } from "./figure-views.tsx";
import { Missed } from "./missed.tsx";
import { mostDays, type ReadSpan, spanAddress } from "./figure-span.ts";
import type { ShownFigures } from "./shown-figures.ts";

export interface TicketFiguresPageProps {
  readonly visit: StaffVisit;
  readonly sections: readonly Section[];
  readonly span: TicketSpan;
  readonly errors: ReadSpan["errors"];
  /** Undefined where the span is wrong. */
  readonly figures: ShownFigures | undefined;
  /** Titles in the visitor's language. */
  readonly names: {
    readonly categories: ReadonlyMap<string, string>;
    readonly programs: ReadonlyMap<string, string>;
    /** Of steps, by program and step as `jpt-bumn/identitas`. */
    readonly pages: ReadonlyMap<string, string>;
  };
}

/** What is counted of questions to the helpdesk, each as a picture with its table beside it. */
export function TicketFiguresPage(props: TicketFiguresPageProps) {
  const { visit, sections, span, figures, names } = props;
  const { say } = visit;
  const { ticketFigures, ticketFiguresFile } = paths.console;
  return (
    <>
      <Problems {...props} />
      <Sections say={say} open={sections} current="figures" />
      <h1 class="govuk-heading-l">{say("ticket_figures.title")}</h1>
      <p class="govuk-body">
        {say("ticket_figures.lead")} <Link href={paths.console.figures}>{say("console.figures.of_applications")}</Link>
        {figures && (
          <>
            {" · "}
            <Link href={spanAddress(ticketFiguresFile, span)}>{say("console.figures.download")}</Link>
          </>
        )}
      </p>
      <FilterBar
        action={ticketFigures}
        label={say("ticket_figures.filter")}
        buttonText={say("ticket_figures.button")}
        {...(visit.url.search === "" ? {} : { clear: { href: ticketFigures, text: say("ticket_figures.clear") } })}
      >
        {(["from", "until"] as const).map((name) => (
          <Input
            name={name}
            type="date"
            label={{ text: say(`ticket_figures.${name}`) }}
            value={span[name]}
            {...fieldError(visit, errorOf(props, name))}
          />
        ))}
        <Select
          name="category"
          label={{ text: say("ticket_figures.category") }}
          value={span.category}
          items={[
            { value: "", text: say("ticket_figures.all_categories") },
            ...[...names.categories].map(([value, text]) => ({ value, text })),
          ]}
        />
      </FilterBar>
      {figures && (
        <>
          <Sums visit={visit} figures={figures} />
          <Days visit={visit} figures={figures} />
          <Categories visit={visit} figures={figures} names={names.categories} />
          <Ages visit={visit} figures={figures} />
          <Programs visit={visit} figures={figures} names={names.programs} />
          <Pages visit={visit} figures={figures} names={names.programs} pages={names.pages} />
          <Judged visit={visit} figures={figures} />
          <Missed visit={visit} figures={figures} names={names.programs} />
        </>
      )}
    </>
  );
}

function errorOf({ visit, errors }: TicketFiguresPageProps, name: "from" | "until"): string | undefined {
  const key = errors[name];
  return key && visit.say(key, { days: mostDays });
}

function Problems(props: TicketFiguresPageProps) {
  const errorList = (["from", "until"] as const).flatMap((name) => {
    const text = errorOf(props, name);
    return text === undefined ? [] : [{ href: `#${name}`, text }];
  });
  if (errorList.length === 0) return <></>;
  return <ErrorSummary titleText={props.visit.say("frame.errors_title", { count: 1 })} errorList={errorList} />;
}
