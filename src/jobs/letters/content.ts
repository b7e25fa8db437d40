import type { Places } from "../../platform/places/places.ts";
import type { NoticeData } from "../../registry/notices/notice-kinds.ts";
import type { OutgoingNotice } from "../../registry/notices/outgoing.ts";
import { momentWords } from "../../texts/dates.ts";
import { rupiah } from "../../texts/rupiah.ts";
import { deviceWords } from "../../texts/devices.ts";
import { placeWords } from "../../texts/places.ts";
import { isTextKey, sayIn, type Language } from "../../texts/texts.ts";
import { letterKinds } from "./kinds.ts";

/** A letter in words, before it is set as HTML or as text. */
export interface LetterContent {
  readonly language: "id" | "en";
  readonly subject: string;
  readonly heading: string;
  readonly greeting: string;
  /** The words its owner chose; undefined in letters to no account. */
  readonly words?: string;
  /** Said at the end of letters to an account whose owner has chosen none. */
  readonly noWords?: string;
  readonly text: string;
  /** Program, number, reasons: each on a line of its own. */
  readonly facts: readonly string[];
  readonly lines: readonly string[];
  readonly button: { readonly text: string; readonly href: string };
  readonly plainLink: string;
  readonly note: string;
  readonly warning: string | undefined;
  /** Where one leaves a list, in letters that go to one. */
  readonly leave?: { readonly text: string; readonly href: string };
  readonly footer: string;
}

/** Writes a notice in the person's language. `publicUrl` has no slash at its end; without `places` no letter guesses where somebody is. */
export function contentOf(notice: OutgoingNotice, publicUrl: string, places?: Places): LetterContent {
  const { kind, language, data } = notice;
  const say = sayIn(language);
  const about = "programTitle" in data ? (data as NoticeData<"submitted">) : undefined;
  const closing =
    kind === "locked" || kind === "extended" || kind === "reminder" ? (data as NoticeData<typeof kind>) : undefined;
  const letter = letterKinds[kind];
  return {
    language,
    subject: about
      ? `${say(`letter.${kind}.subject`)} – ${inLanguage(about.programTitle, language)}`
      : say(`letter.${kind}.subject`),
    heading: say(`letter.${kind}.heading`),
    greeting: say("letter.greeting", {
      name: kind === "closed" ? (data as NoticeData<"closed">).name : notice.name,
    }),
    // Whoever is at a new address has not shown yet to be the owner, who alone knows the words; a new account has none.
    ...(kind === "email_claim" || kind === "activate" ? {} : wordsLine(notice.words, language)),
    text: [say(`letter.${kind}.text`), ...(closing?.outlook ? [say(`letter.outlook_${closing.outlook}`)] : [])].join(
      " ",
    ),
    facts: isAboutRequest(kind)
      ? requestFacts(kind, data as NoticeData<RequestKind>, language)
      : about
        ? applicationFacts(about, closing, language)
        : kind === "new_device"
          ? deviceFacts(data as NoticeData<"new_device">, language, places)
          : kind === "password_due"
            ? [
                say("letter.password_due.until", {
                  moment: capitalTime((data as NoticeData<"password_due">).at, language),
                }),
              ]
            : kind === "login_code" || kind === "email_code" || kind === "number_code" || kind === "recovery_code"
              ? [say("letter.login_code.code", { code: (data as NoticeData<"login_code">).code })]
              : kind === "number_proved"
                ? [say("letter.number", { number: (data as NoticeData<"number_proved">).number })]
                : kind === "recovered"
                  ? [
                      say("letter.recovered.until", {
                        moment: capitalTime((data as NoticeData<"recovered">).until, language),
                      }),
                    ]
                  : [],
    lines: [
      ...("institution" in data && data.institution !== undefined
        ? [say("letter.by_staff", { institution: inLanguage(data.institution, language) })]
        : []),
      ...("newAddress" in data ? [say("letter.new_address", { email: data.newAddress })] : []),
      ...("newPhone" in data ? [say("letter.new_phone", { phone: data.newPhone })] : []),
      ...(kind === "right_refused" ? [articleOf((data as NoticeData<"right_refused">).article, language)] : []),
      ...(kind === "right_fulfilled" || kind === "right_refused" ? [(data as NoticeData<typeof kind>).words] : []),
      ...("numbers" in data ? data.numbers : []),
      ...("officer" in data && !data.officer ? [say("letter.rights_without_officer")] : []),
      ...(kind === "nik_yours" || kind === "nik_not_yours" ? [(data as NoticeData<typeof kind>).words] : []),
      ...(kind === "number_denied" ? [(data as NoticeData<"number_denied">).words] : []),
      ...(kind === "your_names"
        ? (data as NoticeData<"your_names">).names.map(({ kind: of, name }) => say(`letter.name_${of}`, { name }))
        : []),
      ...(about?.lines?.map((line) => inLanguage(line, language)) ?? []),
      ...(closing?.wanting?.map((code) => say(`closing.wanting_${code}`)) ?? []),
    ],
    button: { text: say(`letter.${kind}.button`), href: publicUrl + letter.leadsTo(notice) },
    plainLink: say("letter.plain_link"),
    note: say(`letter.${kind}.note`),
    warning: letter.secret ? say("letter.never_share") : undefined,
    footer: say("letter.footer"),
  };
}

function inLanguage(text: string | { readonly id: string; readonly en: string }, language: Language): string {
  return typeof text === "string" ? text : text[language];
}

function applicationFacts(
  about: NoticeData<"submitted">,
  closing: NoticeData<"locked"> | undefined,
  language: Language,
): string[] {
  const say = sayIn(language);
  const closes = closing?.closes;
  return [
    say("letter.program", { title: inLanguage(about.programTitle, language) }),
    ...(about.number === undefined ? [] : [say("letter.number", { number: about.number })]),
    ...(about.receipt === undefined ? [] : [say("letter.receipt", { number: about.receipt })]),
    ...(closes ? [say("letter.closes", { moment: momentWords(new Date(closes.at), closes.zone, language) })] : []),
    ...(about.feeNext === undefined ? [] : [say("letter.fee_next", { amount: rupiah(about.feeNext, language) })]),
    ...("payment" in about ? paymentFacts(about as NoticeData<"payment_received">, language) : []),
  ];
}

function paymentFacts({ payment }: NoticeData<"payment_received">, language: Language): string[] {
  if (payment === undefined) return [];
  const say = sayIn(language);
  const { reference, amount, rest, refund } = payment;
  return [
    say("letter.payment", { reference }),
    say("letter.payment_amount", { amount: rupiah(amount, language) }),
    ...(rest > 0 ? [say("letter.payment_rest", { amount: rupiah(rest, language) })] : []),
    ...(refund > 0 ? [say("letter.payment_refund", { amount: rupiah(refund, language) })] : []),
  ];
}

/** The account belongs to no institution, so its times are told in the zone of the capital. */
function capitalTime(at: string, language: Language): string {
  return momentWords(new Date(at), "Asia/Jakarta", language);
}

const rightKinds = ["right_asked", "consent_withdrawn", "right_fulfilled", "right_refused"] as const;
const requestKinds = ["copy_ready", "erasure_asked", "erasure_void", "erased", "closed", ...rightKinds] as const;
/** Letters about what people asked for concerning their data: each has a number. */
type RequestKind = (typeof requestKinds)[number];

function isAboutRequest(kind: string): kind is RequestKind {
  return requestKinds.some((known) => known === kind);
}

/** The words of the article that a refusal names. */
function articleOf(code: string, language: Language): string {
  const key = `rights.article.${code}`;
  return isTextKey(key) ? sayIn(language)(key) : code;
}

function requestFacts(kind: RequestKind, data: NoticeData<RequestKind>, language: Language): string[] {
  const say = sayIn(language);
  const until = kind === "erasure_asked" ? "letter.erasure_asked.until" : "letter.right_until";
  return [
    say("letter.request_number", { number: data.number }),
    ...("holder" in data && data.holder
      ? [say("letter.right_holder", { name: inLanguage(data.holder, language) })]
      : []),
    ...("until" in data && data.until !== undefined ? [say(until, { moment: capitalTime(data.until, language) })] : []),
  ];
}

function deviceFacts(data: NoticeData<"new_device">, language: Language, places: Places | undefined): string[] {
  const say = sayIn(language);
  const place = places && placeWords(places.find(data.address), language);
  const { text = "", href = "" } = places?.credit ?? {};
  return [
    say("letter.device", { device: deviceWords(data.agent, language) }),
    ...(place === undefined ? [] : [say("letter.place", { place })]),
    say("letter.network", { address: data.address }),
    say("letter.when", { moment: capitalTime(data.at, language) }),
    ...(text ? [say("letter.place_credit", { credit: `${text} ${href}`.trim() })] : []),
  ];
}

/** The line of the words that the owner of an account chose, or that there are none. */
export function wordsLine(
  words: string | undefined,
  language: Language,
): Pick<LetterContent, "words"> | Pick<LetterContent, "noWords"> {
  const say = sayIn(language);
  return words === undefined ? { noWords: say("letter.no_words") } : { words: say("letter.words", { words }) };
}

/** The letter as plain text, for readers that show no HTML. */
export function textPart(letter: LetterContent): string {
  const parts = [
    letter.words,
    letter.greeting,
    letter.text,
    letter.facts.join("\n"),
    letter.lines.map((line) => `- ${line}`).join("\n"),
    `${letter.button.text}:\n${letter.button.href}`,
    letter.note,
    letter.warning,
    letter.leave && `${letter.leave.text}:\n${letter.leave.href}`,
    letter.noWords,
    letter.footer,
  ];
  return `${parts.filter((part) => part !== undefined && part !== "").join("\n\n")}\n`;
}
