import { feeStep, type PayMethod } from "../../program/fee.ts";
import type { CompiledProgram } from "../../program/compile.ts";
import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { notFound } from "../../platform/refusals.ts";
import { refreshProgress } from "../../registry/applications/refresh.ts";
import { beginAtGateway } from "../../registry/fees/begin-at-gateway.ts";
import { beginPayment } from "../../registry/fees/begin-payment.ts";
import { listPayments } from "../../registry/fees/payments.ts";
import { tellPayment } from "../../registry/fees/tell-payment.ts";
import { readToldForm, toldForm, type ReadTold } from "../../registry/fees/told-form.ts";
import { wordErrors, type WordedError } from "../field-errors.ts";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { DeadlineBox } from "./deadline-box.tsx";
import { FeePage } from "./fee.page.tsx";
import type { ApplyServices } from "./services.ts";
import { openWork, type Work } from "./work.ts";

/** Whoever changes their mind often enough would use up amounts that name orders. */
const orderRule = { name: "fee-order", most: 30, seconds: 3_600 } as const;

/** What the program costs, how it is paid, and what became of the money. */
export async function showFee(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  return drawFee(services, visit, await openFee(services, visit), {});
}

/** Begins an order by the method that was chosen. */
export async function postFee(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const opened = await openFee(services, visit);
  const { application } = opened.work;
  const chosen = first(visit.form, "method");
  const method = opened.methods.find((one) => one === chosen);
  if (method === undefined) {
    return drawFee(services, visit, opened, { errors: [{ field: "method", text: visit.say("fee.choose_method") }] });
  }
  const { accountId } = visit.session;
  await services.limits.spend(orderRule, accountId);
  const paymentId = await beginPayment(services.db, {
    applicationId: application.id,
    accountId,
    method,
    payWithin: opened.fee.pay_within,
  });
  const address = paths.apply.fee(application.id);
  // Nothing is to be paid any more: the page says why.
  if (paymentId === undefined || method === "transfer") return redirect(address);
  // Where the service is silent the order stands, and the page offers to try again.
  await beginAtGateway(services, {
    paymentId,
    accountId,
    ways: {
      returnTo: services.publicUrl + address,
      notifyTo: (institution) => services.publicUrl + paths.paymentNotification(institution),
    },
  });
  return redirect(address);
}

/** The page of the fee, for whoever asks for the address of a form of it. */
export async function goToFee(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const { work } = await openFee(services, visit);
  return redirect(paths.apply.fee(work.application.id));
}

/** Takes down that a transfer was made, for the treasurer who looks for it. */
export async function tellOfFee(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const opened = await openFee(services, visit);
  const { application } = opened.work;
  const read = readToldForm(opened.told, visit.form, application.now);
  if (read.errors.length > 0) {
    return drawFee(services, visit, opened, { read, errors: wordErrors(opened.told, read.errors, visit) });
  }
  const paymentId = visit.params["payment"] ?? "";
  const payments = await listPayments(services.db, application.id);
  if (!payments.some(({ id }) => id === paymentId)) throw notFound();
  // Where money was recorded meanwhile there is nothing to tell, and the page shows it.
  await tellPayment(services.db, application, { paymentId, answers: read.answers });
  return redirect(paths.apply.fee(application.id));
}

interface Opened {
  readonly work: Work;
  readonly fee: NonNullable<CompiledProgram["program"]["fee"]>;
  /** The methods of the program that there is somebody for. */
  readonly methods: readonly PayMethod[];
  readonly told: CompiledProgram;
}

/** The visitor's own application in a program with a fee; 404 for any other. */
async function openFee(services: ApplyServices, visit: PersonVisit): Promise<Opened> {
  let work = await openWork(services, visit);
  const { compiled, status, complete, id } = work.application;
  const { fee, institution } = compiled.program;
  if (fee === undefined) throw notFound();
  const isOpen = status === "draft" || status === "returned";
  // What is stored decides what may be paid, so what the page says must be stored.
  if (isOpen && !complete && work.progress[feeStep] === "todo") {
    await refreshProgress(services, id);
    work = await openWork(services, visit);
  }
  const hasGateway = services.gatewayOf(institution) !== undefined;
  return {
    work,
    fee,
    methods: fee.methods.filter((method) => method === "transfer" || hasGateway),
    told: toldForm(compiled.regions),
  };
}

async function drawFee(
  services: ApplyServices,
  visit: PersonVisit,
  { work, fee, methods, told }: Opened,
  wrong: { readonly read?: ReadTold; readonly errors?: readonly WordedError[] },
): Promise<Response> {
  const { say, language } = visit;
  const { application } = work;
  const payments = await listPayments(services.db, application.id);
  const isOpen = application.status === "draft" || application.status === "returned";
  const errors = wrong.errors ?? [];
  return services.draw(
    visit,
    {
      title: say("fee.title"),
      area: application.institution[language],
      program: application.compiled.program.program,
      errors: errors.length > 0,
      status: errors.length > 0 ? 422 : 200,
      back: isOpen
        ? { href: paths.apply.tasks(application.id), text: say("apply.to_tasks") }
        : { href: paths.apply.status(application.id), text: say("apply.status_title") },
      layout: "side",
      side: <DeadlineBox visit={visit} compiled={application.compiled} application={work.facts} />,
    },
    <FeePage
      visit={visit}
      work={work}
      fee={fee}
      methods={methods}
      payments={payments}
      told={{ form: told, typed: wrong.read?.typed ?? {}, errors: wrong.read ? errors : [] }}
      errors={errors}
    />,
  );
}
