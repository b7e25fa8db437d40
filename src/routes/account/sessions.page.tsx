import { paths } from "../../paths.ts";
import type { Places } from "../../platform/places/places.ts";
import type { RememberedDevice } from "../../registry/accounts/remembered-devices.ts";
import type { OwnLogin } from "../../registry/sessions/list-sessions.query.ts";
import { momentWords } from "../../texts/dates.ts";
import { deviceWords } from "../../texts/devices.ts";
import { placeWords } from "../../texts/places.ts";
import { Button } from "../../ui/button/button.tsx";
import { Link } from "../../ui/link/link.tsx";
import { Table } from "../../ui/table/table.tsx";
import type { PersonVisit } from "../route.ts";
import { PostForm } from "./form-parts.tsx";

/** Times of the account belong to no institution, so they are told in the zone of the capital. */
const zone = "Asia/Jakarta";

interface Props {
  readonly visit: PersonVisit;
  readonly logins: readonly OwnLogin[];
  /** Devices that do without the second factor. */
  readonly remembered: readonly RememberedDevice[];
  readonly places: Places;
}

export function SessionsPage({ visit, logins, remembered, places }: Props) {
  const { say } = visit;
  const living = logins.filter((login) => login.living);
  const ended = logins.filter((login) => !login.living);
  return (
    <>
      <h1 class="govuk-heading-l">{say("account.sessions.title")}</h1>
      <p class="govuk-body">{say("account.sessions.note")}</p>
      <Logins visit={visit} places={places} logins={living} caption={say("account.sessions.living")} ending />
      {living.length > 1 && (
        <PostForm visit={visit} action={paths.account.endSession} hidden={{ session: "others" }}>
          <Button type="submit" classes="govuk-button--warning" text={say("account.sessions.end_others")} />
        </PostForm>
      )}
      {remembered.length > 0 && <Remembered visit={visit} places={places} remembered={remembered} />}
      {ended.length > 0 && (
        <Logins visit={visit} places={places} logins={ended} caption={say("account.sessions.history")} />
      )}
      <AboutPlaces visit={visit} places={places} />
      <p class="govuk-body">
        {say("account.sessions.not_me")} <Link href={paths.account.password}>{say("frame.password")}</Link>
      </p>
    </>
  );
}

/** How much the place is worth, and whose map it is. */
function AboutPlaces({ visit: { say }, places: { credit } }: Pick<Props, "visit" | "places">) {
  return (
    <p class="govuk-body">
      {say("account.sessions.place_note")}
      {credit && (
        <>
          {" "}
          {say("account.sessions.place_credit")}{" "}
          {credit.href === undefined ? credit.text : <Link href={credit.href}>{credit.text}</Link>}.
        </>
      )}
    </p>
  );
}

function Remembered({ visit, places, remembered }: Omit<Props, "logins">) {
  const { say, language } = visit;
  return (
    <>
      <Table
        caption={say("account.remembered.caption")}
        captionClasses="govuk-table__caption--m"
        firstCellIsHeader
        stacked
        head={(["device", "place", "since", "until", "action"] as const).map((column) => ({
          text: say(column === "place" ? "account.sessions.column.place" : `account.remembered.column.${column}`),
        }))}
        rows={remembered.map((device) => [
          { text: deviceWords(device.visitor.agent, language) },
          { text: <PlaceOf visit={visit} places={places} address={device.visitor.address} /> },
          { text: momentWords(device.since, zone, language) },
          { text: momentWords(device.until, zone, language) },
          { text: <Forget visit={visit} device={device} /> },
        ])}
      />
      <p class="govuk-body">{say("account.remembered.note")}</p>
    </>
  );
}

function Forget({ visit, device }: { readonly visit: PersonVisit; readonly device: RememberedDevice }) {
  const { say, language } = visit;
  return (
    <PostForm visit={visit} action={paths.account.forgetDevice} hidden={{ device: device.id }}>
      <Button type="submit" classes="govuk-button--secondary govuk-!-margin-bottom-0">
        {say("account.remembered.forget")}
        <span class="govuk-visually-hidden">
          {" "}
          {deviceWords(device.visitor.agent, language)}, {momentWords(device.since, zone, language)}
        </span>
      </Button>
    </PostForm>
  );
}

interface LoginsProps extends Omit<Props, "remembered"> {
  readonly caption: string;
  readonly ending?: boolean;
}

interface PlaceProps extends Pick<Props, "visit" | "places"> {
  readonly address: string;
}

/** Where an address is, and the address below: that is what is known, the place is guessed. */
function PlaceOf({ visit: { language }, places, address }: PlaceProps) {
  return (
    <>
      {placeWords(places.find(address), language)}
      <br />
      <span class="govuk-hint govuk-!-margin-bottom-0">{address}</span>
    </>
  );
}

function Logins({ visit, places, logins, caption, ending }: LoginsProps) {
  const { say, language } = visit;
  const columns = ["device", "place", "logged_in", "seen", ...(ending ? (["action"] as const) : [])] as const;
  return (
    <Table
      caption={caption}
      captionClasses="govuk-table__caption--m"
      firstCellIsHeader
      stacked
      head={columns.map((column) => ({ text: say(`account.sessions.column.${column}`) }))}
      rows={logins.map((login) => [
        { text: nameOf(login, visit) },
        {
          text: login.visitor ? <PlaceOf visit={visit} places={places} address={login.visitor.address} /> : "–",
        },
        { text: <LoggedIn visit={visit} login={login} /> },
        { text: momentWords(login.seenAt, zone, language) },
        ...(ending ? [{ text: login.here ? "" : <End visit={visit} login={login} /> }] : []),
      ])}
    />
  );
}

function nameOf(login: OwnLogin, { say, language }: PersonVisit): string {
  const device = deviceWords(login.visitor?.agent ?? "", language);
  return login.here ? say("account.sessions.here", { device }) : device;
}

function LoggedIn({ visit: { say, language }, login }: { readonly visit: PersonVisit; readonly login: OwnLogin }) {
  return (
    <>
      {momentWords(login.loggedInAt, zone, language)}
      {login.failedBefore > 0 && (
        <>
          <br />
          {say("account.sessions.failed_before", { count: login.failedBefore })}
        </>
      )}
    </>
  );
}

function End({ visit, login }: { readonly visit: PersonVisit; readonly login: OwnLogin }) {
  const { say, language } = visit;
  return (
    <PostForm visit={visit} action={paths.account.endSession} hidden={{ session: login.id }}>
      <Button type="submit" classes="govuk-button--secondary govuk-!-margin-bottom-0">
        {say("account.sessions.end")}
        <span class="govuk-visually-hidden">
          {" "}
          {deviceWords(login.visitor?.agent ?? "", language)}, {momentWords(login.loggedInAt, zone, language)}
        </span>
      </Button>
    </PostForm>
  );
}
