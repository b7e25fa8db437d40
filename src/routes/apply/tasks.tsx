import type { CompiledProgram, Step } from "../../program/compile.ts";
import { feeStep } from "../../program/fee.ts";
import type { StepStatus } from "../../program/journey.ts";
import { readItemKey } from "../../program/repeat.ts";
import { paths } from "../../paths.ts";
import { editableSteps } from "../../registry/applications/editable.ts";
import { type Application, loadApplication } from "../../registry/applications/load.query.ts";
import type { Progress } from "../../registry/applications/progress.ts";
import type { TextKey } from "../../texts/texts.ts";
import { anyId, drawnOnceWithId } from "../../ui/drawn-once.ts";
import { Button } from "../../ui/button/button.tsx";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";
import { TaskList, type TaskListItem } from "../../ui/task-list/task-list.tsx";
import type { TagProps } from "../../ui/tag/tag.tsx";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import type { ApplyServices } from "./services.ts";
import { closesItself } from "./closing.ts";
import { DeadlineBox, savedWords } from "./deadline-box.tsx";
import { readFindings, SourceFindings } from "./source-findings.tsx";
import { Marked, placeOf, readReturnNote } from "./marked.tsx";
import { addressOf } from "./step-address.ts";
import { stepTitle } from "./step-page.tsx";
import { readTaskList, type ListedApplication } from "./tasks.query.ts";

/** The task list: where the applicant stands, read without opening anything that is sealed. */
export async function showTasks(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const { say, language, session } = visit;
  const application = await readTaskList(services.reads, visit.params["application"] ?? "", session.accountId);
  if (application.status !== "draft" && application.status !== "returned") {
    return redirect(paths.apply.status(application.id));
  }
  const compiled = await services.catalog.version(application.version_id);
  const { program } = compiled;
  const returned = application.status === "returned" ? await readReturned(services, visit) : undefined;
  const places = returned?.marks.flatMap((mark) => placeOf(compiled, mark) ?? []) ?? [];
  const correction = returned && { open: editableSteps(returned), marked: new Set(places.map(({ step }) => step.id)) };
  const findings = returned ? await readFindings(services, returned) : [];
  const note = returned && (await readReturnNote(services.db, returned));
  const onPath = compiled.steps.filter(({ id }) => Object.hasOwn(application.progress, id));
  const next = nextPlace(application, onPath) ?? (places[0] && { ...places[0], wasLeft: false });
  return services.draw(
    visit,
    {
      title: program.title[language],
      area: application.institution[language],
      program: compiled.program.program,
      back: { href: paths.account.home, text: say("frame.home") },
      layout: "side",
      side: <DeadlineBox visit={visit} compiled={compiled} application={application} />,
    },
    <>
      <h1 class="govuk-heading-l">{program.title[language]}</h1>
      {application.status === "returned" && <p class="govuk-body">{say("apply.returned_intro")}</p>}
      {isOver(application) && <InsetText text={say("closing.over")} />}
      {returned && <Marked visit={visit} application={returned} note={note} />}
      {next && !isOver(application) && (
        <p class="govuk-body">
          <Button
            href={addressOf(application.id, next.step.id, next.item)}
            text={say(
              returned ? "apply.correct_now" : started(application.progress) ? "apply.continue" : "apply.begin",
            )}
          />
        </p>
      )}
      {!next && application.progress[feeStep] === "todo" && !isOver(application) && (
        <p class="govuk-body">
          <Button href={paths.apply.fee(application.id)} text={say("fee.task")} />
        </p>
      )}
      {next?.wasLeft && !isOver(application) && (
        <p class="govuk-body-s daftar-quiet">
          {say("apply.left_at", {
            page: stepTitle(next.step, next.item, language),
            when: savedWords(application, visit),
          })}
        </p>
      )}
      {program.tasks.map((task) => {
        const steps = onPath.filter((step) => step.task === task.task);
        if (steps.length === 0) return null;
        return (
          <Section
            id={application.id}
            of={{
              heading: task.title[language],
              idPrefix: task.task,
              items: steps.map((step) => item(visit, compiled, application, step, correction)),
            }}
          />
        );
      })}
      <Section
        id={application.id}
        of={{ heading: say("apply.send_heading"), idPrefix: "send", items: sendItems(visit, compiled, application) }}
      />
      <SourceFindings visit={visit} findings={findings} />
      <p class="govuk-body-s">
        <a class="govuk-link" href={paths.apply.withdraw(application.id)}>
          {say("apply.withdraw_link")}
        </a>
      </p>
    </>,
  );
}

interface Place {
  readonly step: Step;
  readonly item: number | undefined;
  /** Whether the person was typing here when they went away. */
  readonly wasLeft: boolean;
}

/** Where to go on: where the person was typing last, or else at the first step that is not done. */
function nextPlace({ left, progress }: ListedApplication, onPath: readonly Step[]): Place | undefined {
  const open = onPath.filter(({ id }) => progress[id] !== "done");
  for (const { id, item } of left.map(readItemKey)) {
    const step = open.find((one) => one.id === id);
    if (step) return { step, item, wasLeft: true };
  }
  const [first] = open;
  return first && { step: first, item: undefined, wasLeft: false };
}

// People who are as far see the same, except for the id in the links; and this is the page that is opened most.
const Section = drawnOnceWithId(drawSection);

function drawSection(props: {
  readonly heading: string;
  readonly idPrefix: string;
  readonly items: readonly TaskListItem[];
}) {
  return (
    <section>
      <h2 class="govuk-heading-m">{props.heading}</h2>
      <TaskList idPrefix={props.idPrefix} items={props.items} />
    </section>
  );
}

function isOver({ status, closes_at, now }: ListedApplication): boolean {
  return status === "draft" && closes_at !== null && closes_at <= now;
}

/** Checking and sending; before it the agreement, where drafts are sent at the closing. */
function sendItems(visit: PersonVisit, compiled: CompiledProgram, application: ListedApplication): TaskListItem[] {
  const { say } = visit;
  const { closes_at, agreed_at } = application;
  const fee = feeItems(visit, application);
  if (!closesItself({ compiled, status: application.status, closesAt: closes_at }))
    return [...fee, sendItem(visit, application)];
  const agreement: TaskListItem = {
    title: { text: say("closing.title") },
    href: paths.apply.closing(anyId),
    status: agreed_at
      ? { text: say("closing.agreed") }
      : { tag: { text: say("apply.step_todo"), classes: "govuk-tag--blue" } },
  };
  return [...fee, agreement, sendItem(visit, application)];
}

/** The fee, where one pays before sending; it is open once everything else is done. */
function feeItems({ say }: PersonVisit, { progress }: ListedApplication): TaskListItem[] {
  const status = progress[feeStep];
  if (status === undefined) return [];
  const shown = {
    done: { text: say("fee.task_paid") },
    blocked: { text: say("apply.step_later") },
    todo: { tag: { text: say("fee.standing_owed"), classes: "govuk-tag--blue" } },
    invalid: { tag: { text: say("fee.standing_owed"), classes: "govuk-tag--blue" } },
  }[status];
  return [{ title: { text: say("fee.task") }, href: paths.apply.fee(anyId), status: shown }];
}

function sendItem({ say }: PersonVisit, application: ListedApplication): TaskListItem {
  return {
    title: { text: say("apply.check_title") },
    href: paths.apply.check(anyId),
    status: application.complete
      ? { tag: { text: say("apply.step_ready"), classes: "govuk-tag--blue" } }
      : { text: say("apply.step_later") },
  };
}

function started(progress: Progress): boolean {
  return Object.values(progress).some((status) => status === "done" || status === "invalid");
}

function readReturned(services: ApplyServices, visit: PersonVisit): Promise<Application> {
  return loadApplication(services, {
    applicationId: visit.params["application"] ?? "",
    owner: visit.session.accountId,
  });
}

const tags: Readonly<Record<Exclude<StepStatus, "done" | "blocked">, { text: TextKey; classes: string }>> = {
  todo: { text: "apply.step_todo", classes: "govuk-tag--blue" },
  invalid: { text: "apply.step_invalid", classes: "govuk-tag--red" },
};

/** After a return: the steps that may be changed, and those of them that the officer marked. */
interface Correction {
  readonly open: ReadonlySet<string>;
  readonly marked: ReadonlySet<string>;
}

function item(
  visit: PersonVisit,
  compiled: CompiledProgram,
  application: ListedApplication,
  step: Step,
  correction: Correction | undefined,
): TaskListItem {
  const { say, language } = visit;
  const status = application.progress[step.id] ?? "todo";
  const title = { text: step.title[language] };
  const locked = correction !== undefined && !correction.open.has(step.id);
  const isLeft = status === "invalid" && application.left.some((key) => readItemKey(key).id === step.id);
  const reachable = !locked && status !== "blocked";
  const shown: { tag?: TagProps; text?: string } =
    status === "done"
      ? correction?.marked.has(step.id)
        ? { tag: { text: say("apply.step_marked"), classes: "govuk-tag--yellow" } }
        : { text: say(correction?.open.has(step.id) ? "apply.step_correct" : "apply.step_done") }
      : status === "blocked"
        ? { text: say("apply.step_later") }
        : isLeft
          ? { tag: { text: say("apply.step_unfinished"), classes: "govuk-tag--blue" } }
          : { tag: { text: say(tags[status].text), classes: tags[status].classes } };
  const hint =
    step.kind === "document" && compiled.stepsById.get(step.id)?.step.kind === "document" && step.slot.optional;
  return {
    title,
    status: shown,
    ...(hint ? { hint: { text: say("apply.optional") } } : {}),
    ...(reachable ? { href: paths.apply.step(anyId, step.id) } : {}),
  };
}
