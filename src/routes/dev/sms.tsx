import type { KeptMessages } from "../../platform/sms/kept-messages.ts";
import { shortMoment } from "../../texts/dates.ts";
import { EmptyState } from "../../ui/empty-state/empty-state.tsx";
import type { Draw } from "../draw.tsx";
import type { Visit } from "../route.ts";

/** The short messages of development, the newest first, as they would stand on a telephone. */
export async function showMessages(draw: Draw, kept: KeptMessages, visit: Visit): Promise<Response> {
  const { say, language } = visit;
  const messages = await kept.list();
  return draw(
    visit,
    { title: say("dev.sms") },
    <>
      <h1 class="govuk-heading-l">{say("dev.sms")}</h1>
      <p class="govuk-body">{say("dev.sms_lead")}</p>
      {messages.length === 0 ? (
        <EmptyState title={say("dev.no_sms")} text={say("dev.no_sms_text")} />
      ) : (
        <ol class="daftar-documents">
          {messages.map((message) => (
            <li class="daftar-documents__item">
              <p class="daftar-documents__name">{message.text}</p>
              <p class="daftar-documents__facts">
                {message.to} ·{" "}
                <time datetime={message.at.toISOString()}>{shortMoment(message.at, "Asia/Jakarta", language)}</time>
              </p>
            </li>
          ))}
        </ol>
      )}
    </>,
  );
}
