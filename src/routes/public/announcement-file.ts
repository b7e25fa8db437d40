import { paths } from "../../paths.ts";
import { inLanguage } from "../../program/definition.ts";
import { type Limits, networkOf } from "../../platform/limits.ts";
import { notFound } from "../../platform/refusals.ts";
import { documentHeaders } from "../../registry/documents/headers.ts";
import { writePaper } from "../../registry/papers/paper.ts";
import { momentWords, shortMoment } from "../../texts/dates.ts";
import type { Visit } from "../route.ts";
import { announcingProgram, type AnnouncementServices } from "./announcement.tsx";
import { linesPerPaper, listAnnounced } from "./announcement.query.ts";

/** Drawing one keeps a processor busy, so nobody has them drawn without end; an office behind one address has many readers. */
const rule = { name: "announcement-paper", most: 60, seconds: 600 } as const;

export interface AnnouncementFileServices extends AnnouncementServices {
  readonly limits: Limits;
}

/** The announcement as a paper, a part of it where it is long; its code leads to the public page. 404 before its moment. */
export async function announcementPaper(services: AnnouncementFileServices, visit: Visit): Promise<Response> {
  const { say, language, address } = visit;
  const program = await announcingProgram(services, visit);
  const { announcedAt } = program;
  const part = Number(/^[1-9]\d{0,3}$/.exec(visit.url.searchParams.get("part") ?? "1")?.[0] ?? 0);
  if (announcedAt === null || part === 0) throw notFound();
  const from = (part - 1) * linesPerPaper;
  const announced = await listAnnounced(services.db, { programId: program.id, from, most: linesPerPaper });
  if (announced.lines.length === 0) throw notFound();
  await services.limits.spend(rule, networkOf(address));
  const { zone } = program.institution;
  const title = inLanguage(program.compiled.program.title, language);
  const institution = program.institution.name[language];
  const parts = Math.ceil(announced.total / linesPerPaper);
  const bytes = await writePaper({
    language,
    title: `${say("announce.title")} – ${title}`,
    heading: say("announce.title"),
    institution,
    said: say("announce.paper_said"),
    number: say("announce.paper_counts", { accepted: announced.accepted, rejected: announced.rejected }),
    facts: [
      { name: say("paper.program"), value: title },
      { name: say("paper.institution"), value: institution },
      { name: say("announce.paper_at"), value: momentWords(announcedAt, zone, language) },
      ...(parts === 1 ? [] : [{ name: say("announce.paper_which"), value: `${part} / ${parts}` }]),
    ],
    paragraphs: [
      say("announce.numbers_only"),
      say("announce.paper_as_of", { moment: momentWords(announced.now, zone, language) }),
    ],
    table: {
      head: [say("announce.column.number"), say("announce.column.verdict"), say("announce.column.note")],
      rows: announced.lines.map(({ number, verdict, changedAt }) => [
        number,
        say(`announce.verdict.${verdict}`),
        changedAt === null ? "" : say("announce.changed", { moment: shortMoment(changedAt, zone, language) }),
      ]),
    },
    qr: {
      address: services.publicUrl + paths.announcement(program.slug),
      label: say("announce.qr_label"),
      text: say("announce.qr_text"),
    },
    small: [],
    madeAt: announced.now,
  });
  const name = parts === 1 ? `pengumuman-${program.slug}.pdf` : `pengumuman-${program.slug}-${part}.pdf`;
  return new Response(new Uint8Array(bytes), {
    headers: documentHeaders({ mediaType: "application/pdf", name }, "attachment"),
  });
}
