import { paths } from "../../paths.ts";
import { inLanguage } from "../../program/definition.ts";
import type { ListedProgram, WindowState } from "../../registry/programs/catalog.ts";
import { Button } from "../../ui/button/button.tsx";
import { Cards, type CardProps } from "../../ui/card/card.tsx";
import { EmptyState } from "../../ui/empty-state/empty-state.tsx";
import { Hero } from "../../ui/hero/hero.tsx";
import { Link } from "../../ui/link/link.tsx";
import { SearchBox } from "../../ui/search-box/search-box.tsx";
import type { Visit } from "../route.ts";
import { priceWords } from "./price-words.ts";
import { windowWords } from "./window-words.ts";

interface SearchProps {
  readonly visit: Visit;
  readonly query: string;
}

export function PortalHero({ visit: { say }, query }: SearchProps) {
  return (
    <Hero title={say("portal.title")} lead={say("portal.lead")}>
      <SearchBox
        action={paths.portal}
        name="q"
        label={say("portal.search")}
        buttonText={say("portal.search_button")}
        {...(query === "" ? {} : { value: query })}
      />
    </Hero>
  );
}

export function PortalResults({ visit: { say }, query, count }: SearchProps & { readonly count: number }) {
  return (
    <p class="daftar-search-result govuk-body" role="status">
      <strong>{say("portal.results", { count, query })}</strong>{" "}
      {count > 0 && <Link href={paths.portal}>{say("portal.all")}</Link>}
    </p>
  );
}

interface GroupsProps {
  readonly visit: Visit;
  readonly groups: Readonly<Record<WindowState, readonly ListedProgram[]>>;
  readonly now: Date;
  readonly searched: boolean;
}

export function PortalGroups({ visit, groups, now, searched }: GroupsProps) {
  const { say } = visit;
  const filled = (["open", "soon", "closed"] as const).filter((state) => groups[state].length > 0);
  if (filled.length === 0) return <Nothing visit={visit} searched={searched} />;
  return (
    <div class="daftar-groups">
      {filled.map((state) => (
        <section
          class={`daftar-group daftar-group--${spanOf(groups[state].length)}`}
          aria-labelledby={`programs-${state}`}
        >
          <h2 class="govuk-heading-m" id={`programs-${state}`}>
            {say(`portal.${state}`)}
          </h2>
          <Cards cards={groups[state].map((program) => cardOf(program, visit, now))} />
        </section>
      ))}
    </div>
  );
}

/** Small groups stand side by side on a wide screen instead of leaving a row half empty. */
function spanOf(count: number): "one" | "two" | "all" {
  return count === 1 ? "one" : count === 2 ? "two" : "all";
}

function cardOf(program: ListedProgram, visit: Visit, now: Date): CardProps {
  const { tag, when } = windowWords(program, visit, now);
  return {
    href: paths.program(program.slug),
    state: tag,
    title: inLanguage(program.compiled.program.title, visit.language),
    from: program.institution.name[visit.language],
    when,
    price: priceWords(program.compiled.program, visit),
  };
}

function Nothing({ visit: { say }, searched }: { readonly visit: Visit; readonly searched: boolean }) {
  if (!searched) {
    return (
      <div class="daftar-section">
        <EmptyState title={say("portal.none_title")} text={say("portal.none_text")} />
      </div>
    );
  }
  const all = <Button href={paths.portal} text={say("portal.all")} classes="govuk-button--secondary" />;
  return (
    <div class="daftar-section">
      <EmptyState title={say("portal.nothing_title")} text={say("portal.nothing_text")} action={all} />
    </div>
  );
}
