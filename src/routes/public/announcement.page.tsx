import { inLanguage } from "../../program/definition.ts";
import { paths } from "../../paths.ts";
import type { ListedProgram } from "../../registry/programs/catalog.ts";
import { momentWords, shortMoment } from "../../texts/dates.ts";
import { EmptyState } from "../../ui/empty-state/empty-state.tsx";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";
import { Link } from "../../ui/link/link.tsx";
import { Pagination } from "../../ui/pagination/pagination.tsx";
import { QrCode } from "../../ui/qr-code/qr-code.tsx";
import { SearchBox } from "../../ui/search-box/search-box.tsx";
import { SideBox } from "../../ui/side-box/side-box.tsx";
import { StatusTag } from "../../ui/status-tag/status-tag.tsx";
import { Table } from "../../ui/table/table.tsx";
import type { Visit } from "../route.ts";
import { linesPerPaper, type Announced, type AnnouncedLine } from "./announcement.query.ts";

interface Shown {
  readonly visit: Visit;
  readonly program: ListedProgram;
}

function Head({ visit, program }: Shown) {
  return (
    <>
      <span class="govuk-caption-l">{inLanguage(program.compiled.program.title, visit.language)}</span>
      <h1 class="govuk-heading-l">{visit.say("announce.title")}</h1>
    </>
  );
}

/** Before the moment: when it will be, and that nothing can be known before. */
export function NotYetPage({ visit, program }: Shown) {
  const { say, language } = visit;
  const { announcesAt, institution } = program;
  return (
    <>
      <Head visit={visit} program={program} />
      <InsetText
        text={
          announcesAt === null
            ? say("announce.unset")
            : say("announce.at", { moment: momentWords(announcesAt, institution.zone, language) })
        }
      />
      <p class="govuk-body">{say("announce.not_before")}</p>
    </>
  );
}

/** The code that leads to this page, to be hung up or sent on. */
export function CodeBox({ visit, address }: { readonly visit: Visit; readonly address: string }) {
  const { say } = visit;
  return (
    <SideBox title={say("announce.code")}>
      <p class="daftar-side-qr">
        <QrCode text={address} label={say("announce.qr_label")} />
      </p>
      <p class="govuk-body-s daftar-code">{address}</p>
    </SideBox>
  );
}

export interface AnnouncedPageProps extends Shown {
  readonly announcedAt: Date;
  readonly announced: Announced;
  /** The number that is looked for; empty for all. */
  readonly search: string;
  readonly page: number;
  readonly pages: number;
}

/** All numbers with their verdicts, to be searched and paged through, and to be kept as a paper. */
export function AnnouncedPage(props: AnnouncedPageProps) {
  const { visit, program, announced, search } = props;
  const { say, language } = visit;
  const { zone } = program.institution;
  const at = paths.announcement(program.slug);
  return (
    <>
      <Head {...props} />
      <p class="govuk-body-l">
        {say("announce.lead", {
          moment: momentWords(props.announcedAt, zone, language),
          accepted: announced.accepted,
          rejected: announced.rejected,
        })}
      </p>
      <p class="govuk-body">{say("announce.numbers_only")}</p>
      <SearchBox
        action={at}
        name="number"
        label={say("announce.search")}
        buttonText={say("announce.search_button")}
        value={search}
      />
      {announced.lines.length === 0 ? (
        <EmptyState
          title={say(search === "" ? "announce.nobody" : "announce.not_found")}
          text={say(search === "" ? "announce.nobody_text" : "announce.not_found_text")}
          {...(search === "" ? {} : { action: <Link href={at}>{say("announce.all")}</Link> })}
        />
      ) : (
        <Table
          firstCellIsHeader
          stacked
          caption={say(search === "" ? "announce.caption" : "announce.found")}
          captionClasses="govuk-table__caption--m"
          head={(["number", "verdict", "note"] as const).map((column) => ({ text: say(`announce.column.${column}`) }))}
          rows={announced.lines.map((line) => [
            { text: line.number },
            { text: <StatusTag text={say(`announce.verdict.${line.verdict}`)} tone={tones[line.verdict]} /> },
            {
              text:
                line.changedAt === null
                  ? ""
                  : say("announce.changed", { moment: shortMoment(line.changedAt, zone, language) }),
            },
          ])}
        />
      )}
      {search !== "" && announced.lines.length > 0 && (
        <p class="govuk-body">
          <Link href={at}>{say("announce.all")}</Link>
        </p>
      )}
      {search === "" && <Pages {...props} />}
      {search === "" && announced.total > 0 && <Papers {...props} />}
    </>
  );
}

const tones = { accepted: "good", rejected: "bad", again: "info" } as const satisfies Record<
  AnnouncedLine["verdict"],
  string
>;

function Pages({ visit, program, page, pages }: AnnouncedPageProps) {
  const { say } = visit;
  if (pages < 2) return <></>;
  const link = (to: number) => `${paths.announcement(program.slug)}?page=${to}`;
  const numbers = [...new Set([1, page - 1, page, page + 1, pages])].filter((one) => one >= 1 && one <= pages);
  return (
    <Pagination
      landmarkLabel={say("announce.pages")}
      items={numbers.flatMap((one, index) => [
        (numbers[index - 1] ?? one - 1) < one - 1 && { ellipsis: true },
        {
          number: String(one),
          href: link(one),
          current: one === page,
          visuallyHiddenText: say("announce.page", { page: one }),
        },
      ])}
      {...(page > 1 ? { previous: { href: link(page - 1), text: say("announce.previous") } } : {})}
      {...(page < pages ? { next: { href: link(page + 1), text: say("announce.following") } } : {})}
    />
  );
}

function Papers({ visit, program, announced }: AnnouncedPageProps) {
  const { say } = visit;
  const parts = Math.ceil(announced.total / linesPerPaper);
  return (
    <ul class="govuk-list">
      {Array.from({ length: parts }, (_, index) => (
        <li>
          <Link href={paths.announcementPaper(program.slug, index + 1)}>
            {say(parts === 1 ? "announce.paper" : "announce.paper_part", { part: index + 1, parts })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
