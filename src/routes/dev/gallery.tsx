import { paths } from "../../paths.ts";
import { notFound } from "../../platform/refusals.ts";
import { BackLink } from "../../ui/back-link/back-link.tsx";
import { gallery } from "../../ui/gallery.tsx";
import { Link } from "../../ui/link/link.tsx";
import type { Draw } from "../draw.tsx";
import type { Visit } from "../route.ts";

/**
 * Every component with its examples. Each example has a page of its own, since ids and headings of
 * many on one page would get in each other's way: `?component=card&example=0`.
 */
export function showGallery(draw: Draw, visit: Visit): Response {
  const name = visit.url.searchParams.get("component");
  return name === null ? showList(draw, visit) : showExample(draw, visit, name);
}

function showList(draw: Draw, visit: Visit): Response {
  const title = visit.say("dev.gallery");
  return draw(
    visit,
    { title, layout: "full" },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <ul class="govuk-list">
        {gallery.map(({ name, examples }) => (
          <li>
            <h2 class="govuk-heading-s">{name}</h2>
            <ul class="govuk-list">
              {examples.map((example, index) => (
                <li>
                  <Link
                    href={`${paths.dev.gallery}?component=${name}&example=${index}`}
                  >{`${name}: ${example.name}`}</Link>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>,
  );
}

function showExample(draw: Draw, visit: Visit, name: string): Response {
  const component = gallery.find((one) => one.name === name);
  const example = component?.examples[Number(visit.url.searchParams.get("example") ?? 0)];
  if (!component || !example) throw notFound();
  const title = `${component.name}: ${example.name}`;
  return draw(
    visit,
    { title, layout: "full" },
    <>
      <BackLink href={paths.dev.gallery} text={visit.say("dev.gallery")} />
      <h1 class="govuk-heading-m">{title}</h1>
      {example.view()}
    </>,
  );
}
