import { afterAll, beforeAll, expect, test } from "vitest";
import { foreignProgram, publish } from "../../../../../test/applications.ts";
import { consoleWorld, type ConsoleWorld, type Desk } from "../../../../../test/console.ts";
import { loadQuestions } from "../../../../../test/questions.ts";
import { aTicket, anAgent } from "../../../../../test/tickets.ts";
import { paths } from "../../../../paths.ts";
import { withStaff } from "../../../../registry/reviews/with-staff.ts";
import { actOnTicket } from "../../../../registry/tickets/act.ts";
import { loadTicketFigures } from "../../../../registry/tickets/figures.query.ts";

const { ticketFigures, ticketFiguresFile } = paths.console;
const span = { from: "2025-03-03", until: "2025-03-09", category: "" };
const query = "?from=2025-03-03&until=2025-03-09";
const HOUR = 3600;

let world: ConsoleWorld;
let foreign: string;
let agent: string;
let desk: Desk;
let latest: string;
beforeAll(async () => {
  world = await consoleWorld();
  foreign = await publish(world, foreignProgram());
  agent = await anAgent(world, world.institutionId);
  desk = await world.signIn(agent);
  // The first came half an hour after midnight in Jakarta, the third a minute before the next.
  await asked("2025-03-03 00:30", { answeredAfter: HOUR, dueAfter: 48 * HOUR });
  await asked("2025-03-03 10:00", { answeredAfter: 10 * HOUR, dueAfter: 48 * HOUR });
  await asked("2025-03-03 23:59", { answeredAfter: 100 * HOUR, dueAfter: 48 * HOUR });
  await asked("2025-03-05 09:00", { dueAfter: 8 * HOUR, category: "reset-password" });
  await asked("2025-03-05 09:00", { answeredAfter: 120, category: "reset-password" });
  await asked("2025-03-06 12:00", { dueAfter: 9e8, program: "npwp-pribadi" });
  await asked("2025-03-10 00:00", { dueAfter: 9e8 });
  await asked("2025-03-03 10:00", { dueAfter: 9e8, institution: foreign });
  latest = await aTicket(world, world.institutionId, nobody());
});
afterAll(() => world.close());

let met = 0;
/** Another person for each ticket: the same one asking again would get no other. */
function nobody() {
  met++;
  return { name: `Penanya Nomor ${"Satu ".repeat(met).trim()}`, email: `penanya.${met}@contoh.example` };
}

interface Asked {
  readonly answeredAfter?: number;
  readonly dueAfter?: number;
  readonly category?: string;
  readonly program?: string;
  readonly institution?: string;
}

/** A ticket asked at a moment of Jakarta, with a note before its answer and a second answer after it. */
async function asked(at: string, { answeredAfter, dueAfter, category, program, institution }: Asked): Promise<void> {
  const { sql } = world.database.owner;
  const person = nobody();
  const id = await aTicket(world, institution ?? world.institutionId, { ...person, ...(category && { category }) });
  await sql`
    with asked as (select ${at}::timestamp at time zone 'Asia/Jakarta' as at)
    update tickets set asked_at = asked.at, due_at = asked.at + ${dueAfter ?? null}::float8 * interval '1 second',
      first_due_at = asked.at + ${dueAfter ?? null}::float8 * interval '1 second', program_slug = ${program ?? null},
      program_page = ${program === undefined ? null : "check"}
    from asked where id = ${id}`;
  if (answeredAfter === undefined) return;
  for (const act of ["note", "answer", "answer"] as const) {
    const acting = { ticketId: id, actorId: agent, institutions: [world.institutionId], act, text: "Sudah." };
    await actOnTicket({ db: world.database.staff.kysely, keyring: world.keyring }, acting);
  }
  await sql`
    update ticket_messages m
    set written_at = t.asked_at + ${answeredAfter}::float8 * interval '1 second' * n.nth * n.nth
    from tickets t, (select id, row_number() over (order by written_at, id) - 1 as nth from ticket_messages where ticket_id = ${id}) n
    where t.id = m.ticket_id and n.id = m.id and t.id = ${id}`;
}

function figures(institution: string, category = "") {
  return withStaff(world.database.staff.kysely, [institution], (trx) => loadTicketFigures(trx, { ...span, category }));
}

test("tickets of known days, answers and promises give exactly these numbers, those who still wait among them", async () => {
  const { all, categories, days, open, programs, pages } = await figures(world.institutionId);
  const complaints = { asked: 4, answered: 2, late: 1, waiting: 1, due: 3, kept: 2 };
  const passwords = { asked: 2, answered: 1, late: 1, waiting: 0, due: 1, kept: 0 };
  expect(all).toMatchObject({ category: "", asked: 6, answered: 3, late: 2, waiting: 1, due: 4, kept: 2 });
  expect([all.half, all.most]).toEqual([10 * HOUR, Infinity]);
  expect(categories).toEqual([
    { category: "pengaduan-ke-instansi", ...complaints, half: 10 * HOUR, most: Infinity },
    { category: "reset-password", ...passwords, half: 120, most: Infinity },
  ]);
  const none = { asked: 0, answered: 0, late: 0, waiting: 0 };
  expect(days).toEqual([
    { day: "2025-03-03", asked: 3, answered: 2, late: 1, waiting: 0 },
    { day: "2025-03-04", ...none },
    { day: "2025-03-05", asked: 2, answered: 1, late: 1, waiting: 0 },
    { day: "2025-03-06", asked: 1, answered: 0, late: 0, waiting: 1 },
    ...["2025-03-07", "2025-03-08", "2025-03-09"].map((day) => ({ day, ...none })),
  ]);
  expect(programs).toEqual([
    { program: "", count: 5 },
    { program: "npwp-pribadi", count: 1 },
  ]);
  expect(pages).toEqual([{ program: "npwp-pribadi", page: "check", count: 1 }]);
  const nothing = { due: 0, overdue: 0 };
  expect(open).toEqual([{ due: 1, overdue: 0 }, nothing, nothing, nothing, { due: 2, overdue: 1 }]);
});

test("the first promise stays beside the present one, and what was merged into another ticket is counted there", async () => {
  const { sql } = world.database.owner;
  expect(await sql`select first_due_at = due_at as kept from tickets where id = ${latest}`).toMatchObject([
    { kept: true },
  ]);
  await sql`
    update tickets set merged_into = ${latest}, status = 'answered', received_at = asked_at, answered_at = asked_at
    where category = 'reset-password' and due_at is not null`;
  expect((await figures(world.institutionId)).all).toMatchObject({ asked: 5, late: 1 });
  await sql`update tickets set merged_into = null, status = 'asked' where merged_into is not null`;
});

test("a category narrows every number, and another institution's tickets are in none", async () => {
  const narrowed = await figures(world.institutionId, "reset-password");
  expect([narrowed.all.asked, narrowed.categories.length, narrowed.days[0]?.asked]).toEqual([2, 1, 0]);
  expect(narrowed.open.at(-1)).toEqual({ due: 0, overdue: 1 });
  expect((await figures(foreign)).all).toMatchObject({ asked: 1, waiting: 1, half: Infinity });
  const empty = await figures(foreign, "reset-password");
  expect(empty.all).toMatchObject({ asked: 0, kept: 0, half: Infinity });
});

test("the page shows each as a picture with its table, and the file the same numbers", async () => {
  const { owner } = world.database;
  await loadQuestions(world.database, world.keyring);
  await owner.sql`
    insert into faq_votes (entry_id, day, helped, failed)
    select id, day::date, 2, 7 from faq_entries, (values ('2025-03-03'), ('2025-03-09'), ('2025-03-10')) as d (day)
    where place = 'platform' and slug = 'nik-apa'`;
  const page = await desk.get(ticketFigures + query);
  expect(page.status).toBe(200);
  expect(page.html.match(/<svg class="daftar-chart"/g)).toHaveLength(4);
  for (const said of [
    "2 dari 4",
    "10 jam",
    "2 menit",
    "belum",
    "Bukan dari halaman program",
    "Periksa dan kirim",
    "Apa itu NIK",
  ])
    expect(page.html).toContain(said);
  expect(page.html).not.toMatch(/ style=|NaN|undefined|Infinity/);
  const file = await desk.get(ticketFiguresFile + query);
  expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(file.headers.get("content-disposition")).toContain('attachment; filename="angka-helpdesk.csv"');
  for (const row of [
    '"questions","2025-03-03","2025-03-09",,"asked","6"',
    '"promises","2025-03-03","2025-03-09","pengaduan-ke-instansi","kept","2"',
    '"first_answer_seconds","2025-03-03","2025-03-09",,"half_within","36000"',
    '"first_answer_seconds","2025-03-03","2025-03-09",,"nine_of_ten_within",',
    '"questions_per_day","2025-03-05","2025-03-05",,"late","1"',
    '"came_from_program","2025-03-03","2025-03-09","npwp-pribadi","asked","1"',
    '"came_from_page","2025-03-03","2025-03-09","npwp-pribadi/check","asked","1"',
    '"answer_judged","2025-03-03","2025-03-09","platform/nik-apa","failed","14"',
  ])
    expect(file.html).toContain(row);
});

test.each([
  ["from=1&until=2025-03-09", "Tulis hari pertama"],
  ["from=2025-03-03&until=2025-02-30", "Tulis hari terakhir"],
  ["from=2025-03-03&until=2025-03-02", "sama dengan atau sesudah"],
  ["from=2020-03-03&until=2025-03-09", "paling banyak 366 hari"],
])("a wrong span is said beside its field, with what was typed: %s", async (asking, said) => {
  const page = await desk.get(`${ticketFigures}?${asking}`);
  expect(page.status).toBe(422);
  expect(page.html).toMatch(new RegExp(said));
  for (const typed of new URLSearchParams(asking).values()) expect(page.html).toContain(`value="${typed}"`);
  expect(page.html).not.toContain("daftar-chart");
  expect((await desk.get(`${ticketFiguresFile}?${asking}`)).status).toBe(303);
});

test("without a span it is the last 28 days, in either language, and an unknown category narrows nothing", async () => {
  const english = await (await world.signIn(agent, { language: "en" })).get(`${ticketFigures}?category=%00x`);
  expect(english.status).toBe(200);
  expect(english.html).toContain("not yet");
  expect((await desk.get(ticketFiguresFile)).html.match(/"questions_per_day"/g)).toHaveLength(28 * 4);
});
