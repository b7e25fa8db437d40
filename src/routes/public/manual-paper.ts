import type { Kysely } from "kysely";
import { LRUCache } from "lru-cache";
import { paths } from "../../paths.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { plainText, readMarkdown } from "../../platform/markdown.ts";
import { inLanguage } from "../../program/definition.ts";
import { documentHeaders } from "../../registry/documents/headers.ts";
import { categories } from "../../registry/faq/categories.ts";
import { type FaqEntry, listFaq } from "../../registry/faq/entry.query.ts";
import { type BookletSection, writeBooklet } from "../../registry/papers/booklet.ts";
import type { Catalog, ListedProgram } from "../../registry/programs/catalog.ts";
import { type Language, type Say, sayIn } from "../../texts/texts.ts";
import type { Visit } from "../route.ts";
import { readPictures } from "./guide-pictures.ts";
import { manualSections, type ManualSectionName, manualWrittenAt, readSection } from "./manual-sections.ts";
import { generalSectionsOf, programSections } from "./program-sections.ts";

interface PaperServices {
  readonly db: Kysely<DB>;
  readonly catalog: Catalog;
  readonly publicUrl: string;
}

/** Pictures of each section of the manual, as `<place>/<scene>`; the example is the program with the shortest way. */
const picturesOf: Partial<Record<ManualSectionName, readonly string[]>> = {
  before: ["npwp-pribadi/program"],
  account: ["platform/register", "platform/login"],
  apply: ["npwp-pribadi/tasks", "npwp-pribadi/step-identitas"],
  documents: ["npwp-pribadi/step-foto_ktp"],
  submit: ["platform/check", "platform/receipt"],
  after: ["platform/status"],
};

/** A PDF that is the same for everybody: drawn once for each name, and anew when its stamp is another. */
function keepDrawn(): (name: string, stamp: string, draw: () => Promise<Buffer>) => Promise<Response> {
  const drawn = new LRUCache<string, { readonly stamp: string; readonly bytes: Promise<Buffer> }>({ max: 40 });
  return async (name, stamp, draw) => {
    const known = drawn.get(name);
    const bytes = known?.stamp === stamp ? known.bytes : draw();
    drawn.set(name, { stamp, bytes });
    // What failed must not be remembered as the answer.
    bytes.catch(() => drawn.delete(name));
    return new Response(new Uint8Array(await bytes), {
      headers: documentHeaders({ mediaType: "application/pdf", name }, "attachment"),
    });
  };
}

/**
 * The manual as PDF, with pictures of the pages and the questions about the service behind it; with a program in the
 * address the guide of that program: its own steps first, then what holds for all.
 */
export function manualPaperOf(services: PaperServices): (visit: Visit) => Promise<Response> {
  const give = keepDrawn();
  return async ({ language, params }) => {
    const slug = params["program"];
    const program = slug === undefined ? undefined : await services.catalog.get(slug);
    const questions = program
      ? await listFaq(services.db, { program: program.slug })
      : (await listFaq(services.db)).filter(({ place }) => place === "platform");
    const stand = new Date(
      Math.max(manualWrittenAt.getTime(), ...questions.map(({ changedAt }) => changedAt.getTime())),
    );
    // A question that was hidden leaves no later moment behind it.
    const stamp = [stand.toISOString(), questions.length, program?.versionId].join(" ");
    const name = `${language === "id" ? "buku-panduan" : "user-manual"}${program ? `-${program.slug}` : ""}.pdf`;
    return give(name, stamp, () => drawManual(services, { language, program, questions, stand }));
  };
}

async function drawManual(
  { publicUrl }: PaperServices,
  of: {
    readonly language: Language;
    readonly program: ListedProgram | undefined;
    readonly questions: readonly FaqEntry[];
    readonly stand: Date;
  },
): Promise<Buffer> {
  const { language, program, questions, stand } = of;
  const say = sayIn(language);
  const file = program?.compiled.program;
  const general = await pictured(say, language, file ? generalSectionsOf(file) : manualSections);
  return writeBooklet({
    language,
    title: file ? say("guide.title", { program: inLanguage(file.title, language) }) : say("manual.title"),
    institution: program ? program.institution.name[language] : new URL(publicUrl).host,
    madeAt: stand,
    lead: file ? inLanguage(file.summary, language) : say("manual.lead"),
    sections: [
      ...(file ? programSections(file, { say, language, pictures: await readPictures(file.program, language) }) : []),
      ...general,
      ...answered(say, language, questions),
    ],
    last: `${publicUrl}${program ? paths.program(program.slug) : paths.manual}`,
  });
}

async function pictured(
  say: Say,
  language: Language,
  names: readonly ManualSectionName[],
): Promise<readonly BookletSection[]> {
  const wanted = names.flatMap((name) => picturesOf[name] ?? []);
  const places = new Set(wanted.map((picture) => picture.split("/")[0] ?? ""));
  const found = new Map(
    await Promise.all([...places].map(async (place) => [place, await readPictures(place, language)] as const)),
  );
  return names.map((name) => ({
    ...readSection(say, name),
    pictures: (picturesOf[name] ?? []).flatMap((picture) => {
      const [place = "", scene = ""] = picture.split("/");
      return found.get(place)?.get(scene) ?? [];
    }),
  }));
}

/** Questions with their answers, a section for each subject and a step for each question. */
function answered(say: Say, language: Language, questions: readonly FaqEntry[]): BookletSection[] {
  return categories.flatMap((category) => {
    const own = questions.filter((question) => question.category === category);
    if (own.length === 0) return [];
    return {
      title: `${say("manual.questions")}: ${say(`helpdesk.category.${category}`)}`,
      text: say("manual.questions_text"),
      steps: own.map(({ question, answer }) => {
        const text = plainText(readMarkdown(answer[language])).replaceAll("\n", " ");
        return `${question[language]} – ${text}`;
      }),
      note: undefined,
    };
  });
}
