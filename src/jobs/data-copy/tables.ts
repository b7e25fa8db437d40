import { csvText } from "../../platform/files/csv.ts";
import type { AccountData } from "../../registry/data-copies/gather-account.ts";
import type { ApplicationData } from "../../registry/data-copies/gather-application.ts";
import { isTextKey, sayIn, type Language } from "../../texts/texts.ts";

type Row = readonly string[];

/** A CSV file with its name. */
type Table = readonly [name: string, csv: string];

/** What is kept of an account, as tables that no spreadsheet runs. */
export function accountTables(data: AccountData, language: Language): readonly Table[] {
  const say = sayIn(language);
  const { account, consents, logins, trail } = data;
  return [
    table(
      "account.csv",
      ["kind", "value", "since", "proved_at"],
      [
        ["name", account.name, iso(account.created_at), ""],
        ...account.names.map(({ kind, value, created_at, verified_at }) => [
          kind,
          value,
          iso(created_at),
          iso(verified_at),
        ]),
      ],
    ),
    table(
      "consents.csv",
      ["consent", "program", "given_at", "language", "version", "text", "withdrawn_at"],
      consents.map(({ kind, title, at, language: read, version, text, withdrawnAt }) => [
        say(`account.data.kind.${kind}`),
        title?.[language] ?? "",
        iso(at),
        read,
        version,
        text,
        iso(withdrawnAt),
      ]),
    ),
    table(
      "logins.csv",
      ["logged_in_at", "seen_at", "ended_at", "address", "browser"],
      logins.map(({ created_at, seen_at, ended_at, address, agent }) => [
        iso(created_at),
        iso(seen_at),
        iso(ended_at),
        address,
        agent,
      ]),
    ),
    table(
      "trail.csv",
      ["at", "who", "institution", "action", "what", "program"],
      trail.map(({ at, own, actorKind, institution, action, title }) => {
        const key = `account.data.did.${action}`;
        const who = own ? say("account.data.who.own") : say(`account.data.who.${actorKind}`);
        const did = isTextKey(key) ? say(key) : action;
        return [iso(at), who, institution?.[language] ?? "", action, did, title?.[language] ?? ""];
      }),
    ),
  ];
}

/** What is kept of an application, as tables that no spreadsheet runs. */
export function applicationTables(data: ApplicationData, language: Language): readonly Table[] {
  const labels = data.labels as Readonly<Record<string, string | Readonly<Record<Language, string>>>>;
  const labelOf = (input: string) => {
    const label = labels[input.split(".")[0] ?? ""];
    return label === undefined ? "" : typeof label === "string" ? label : label[language];
  };
  return [
    table(
      "answers.csv",
      ["page", "field", "question", "answer"],
      Object.entries(data.answers).flatMap(([page, typed]) =>
        Object.entries(typed).map(([input, value]) => [
          page,
          input,
          labelOf(input),
          typeof value === "string" ? value : value.join("; "),
        ]),
      ),
    ),
    table(
      "history.csv",
      ["at", "round", "what", "who", "reasons", "words"],
      data.history.map(({ at, round, kind, actorKind, note, reasons }) => [
        iso(at),
        String(round),
        kind,
        actorKind,
        reasons.join("; "),
        note ?? "",
      ]),
    ),
    table(
      "documents.csv",
      ["slot", "name", "status", "bytes", "received_at"],
      data.documents.map(({ slot, name, status, size, created_at }) => [
        slot,
        name,
        status,
        String(size),
        iso(created_at),
      ]),
    ),
  ];
}

function table(name: string, head: Row, rows: readonly Row[]): Table {
  return [name, csvText([head, ...rows], { first: true })];
}

function iso(moment: Date | null): string {
  return moment?.toISOString() ?? "";
}
