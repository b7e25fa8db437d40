import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { inLanguage } from "../../program/definition.ts";
import { confirmSubscription } from "../../registry/subscriptions/confirm.ts";
import { findConfirming, findLeaving, type FoundSubscription } from "../../registry/subscriptions/find.query.ts";
import { leaveSubscription } from "../../registry/subscriptions/leave.ts";
import { linkToken } from "../../registry/subscriptions/link.ts";
import { redirect } from "../respond.ts";
import type { Visit } from "../route.ts";
import { readSentTo } from "../sent-to.ts";
import type { SubscribeServices } from "./subscribe.tsx";
import { AskConfirm, AskLeave, Notice, SentPage } from "./subscription.page.tsx";

/** "We have sent a letter": the same page whether the address is known or not. */
export function showSent({ draw, keyring }: SubscribeServices, visit: Visit): Response {
  const email = readSentTo(keyring, visit);
  return draw(visit, { title: visit.say("subscribe.sent_title") }, <SentPage visit={visit} email={email} />);
}

/** Mail scanners follow links, so the link only shows a button; pressing it confirms. */
export async function showConfirm(services: SubscribeServices, visit: Visit): Promise<Response> {
  return drawConfirm(services, visit, tokenOf(visit));
}

export async function postConfirm(services: SubscribeServices, visit: Visit): Promise<Response> {
  const token = first(visit.form, "token");
  if (await confirmSubscription(services, token)) return redirect(paths.subscriptions.confirm(token));
  return drawConfirm(services, visit, token);
}

async function drawConfirm(services: SubscribeServices, visit: Visit, token: string): Promise<Response> {
  const found = await findConfirming(services, token);
  if (!found) return drawUnknown(services, visit);
  if (found.works && found.subscriber) {
    return services.draw(
      visit,
      { title: visit.say("subscribe.confirm_title") },
      <AskConfirm visit={visit} program={titleOf(found, visit)} subscriber={found.subscriber} token={token} />,
    );
  }
  if (found.status === "confirmed") return drawConfirmed(services, visit, found);
  return found.status === "ended" ? drawLeft(services, visit, found) : drawDead(services, visit, found);
}

function drawConfirmed({ draw, keyring }: SubscribeServices, visit: Visit, found: FoundSubscription): Response {
  const { say } = visit;
  const leave = { href: paths.subscriptions.leave(linkToken(keyring, "leave", found.id)) };
  return draw(
    visit,
    { title: say("subscribe.confirmed_title") },
    <Notice
      title={say("subscribe.confirmed_title")}
      about={titleOf(found, visit)}
      text={say("subscribe.confirmed_text")}
      ways={[
        { href: paths.portal, text: say("subscribe.programs") },
        { ...leave, text: say("subscribe.letter.leave") },
      ]}
      isGood
    />,
  );
}

/** A link that came too late: what that means, and the one thing to do now. */
function drawDead({ draw }: SubscribeServices, visit: Visit, found: FoundSubscription): Response {
  const title = visit.say("subscribe.dead_title");
  const again = { href: paths.program(found.program.slug), text: visit.say("subscribe.again") };
  return draw(
    visit,
    { title, status: 404 },
    <Notice title={title} about={titleOf(found, visit)} text={visit.say("subscribe.dead_text")} ways={[again]} />,
  );
}

function drawUnknown({ draw }: SubscribeServices, visit: Visit): Response {
  const title = visit.say("subscribe.unknown_title");
  const on = { href: paths.portal, text: visit.say("subscribe.programs") };
  return draw(
    visit,
    { title, status: 404 },
    <Notice title={title} text={visit.say("subscribe.unknown_text")} ways={[on]} />,
  );
}

/** The link to leave of any letter: shows what leaving means, and a button. */
export async function showLeave(services: SubscribeServices, visit: Visit): Promise<Response> {
  return drawLeave(services, visit, tokenOf(visit));
}

export async function postLeave(services: SubscribeServices, visit: Visit): Promise<Response> {
  const token = first(visit.form, "token");
  await leaveSubscription(services, token, "page");
  return drawLeave(services, visit, token);
}

/** Where a mail reader's own button posts (RFC 8058): no page before it, no cookie, and no redirect after it. */
export async function postOneClick(services: SubscribeServices, visit: Visit): Promise<Response> {
  await leaveSubscription(services, tokenOf(visit), "one_click");
  return drawLeave(services, visit, tokenOf(visit));
}

/** Mail readers without one click open its address as a page. */
export function showOneClick(visit: Visit): Response {
  return redirect(paths.subscriptions.leave(encodeURIComponent(tokenOf(visit))));
}

async function drawLeave(services: SubscribeServices, visit: Visit, token: string): Promise<Response> {
  const found = await findLeaving(services, token);
  if (!found) return drawUnknown(services, visit);
  if (found.subscriber === undefined) return drawLeft(services, visit, found);
  return services.draw(
    visit,
    { title: visit.say("subscribe.leave_title") },
    <AskLeave visit={visit} program={titleOf(found, visit)} subscriber={found.subscriber} token={token} />,
  );
}

function drawLeft({ draw }: SubscribeServices, visit: Visit, found: FoundSubscription): Response {
  const title = visit.say("subscribe.left_title");
  const again = { href: paths.program(found.program.slug), text: visit.say("subscribe.again") };
  return draw(
    visit,
    { title },
    <Notice
      title={title}
      about={titleOf(found, visit)}
      text={visit.say("subscribe.left_text")}
      ways={[again]}
      isGood
    />,
  );
}

function tokenOf(visit: Visit): string {
  return visit.url.searchParams.get("token") ?? "";
}

function titleOf({ program }: FoundSubscription, { language }: Visit): string {
  return inLanguage(program.title, language);
}
