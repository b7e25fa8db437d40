import { IntlMessageFormat } from "intl-messageformat";
import { accountTexts } from "./account.ts";
import { askingTexts } from "./asking.ts";
import { auditTexts } from "./audit.ts";
import { announceTexts } from "./announce.ts";
import { appealTexts } from "./appeal.ts";
import { applyTexts } from "./apply.ts";
import { bulkAnswerTexts } from "./bulk-answer.ts";
import { cannedTexts } from "./canned.ts";
import { consoleTexts } from "./console.ts";
import { emailListTexts } from "./email-lists.ts";
import { documentTexts } from "./documents.ts";
import { loginTexts } from "./login.ts";
import { exportTexts } from "./export.ts";
import { figureTexts } from "./figures.ts";
import { queueTexts } from "./queue.ts";
import { reviewTexts } from "./review.ts";
import { rightsDeskTexts } from "./rights-desk.ts";
import { securityTexts } from "./security.ts";
import { staffTexts } from "./staff.ts";
import { dataTexts } from "./data.ts";
import { deskLetterTexts } from "./desk-letters.ts";
import { deskTexts } from "./desk.ts";
import { factorTexts } from "./factors.ts";
import { namesTexts } from "./names.ts";
import { reachTexts } from "./reach.ts";
import { questionTexts } from "./questions.ts";
import { recoveryTexts } from "./recovery.ts";
import { wordsTexts } from "./words.ts";
import { faceTexts } from "./faces.ts";
import { faqWritingTexts } from "./faq-writing.ts";
import { feeTexts } from "./fees.ts";
import { fieldTexts } from "./fields.ts";
import { humanTexts } from "./human.ts";
import { identitiesTexts } from "./identities.ts";
import { identityTexts } from "./identity.ts";
import { guideTexts } from "./guide.ts";
import { helpdeskTexts } from "./helpdesk.ts";
import { inboxTexts } from "./inbox.ts";
import { itemTexts } from "./items.ts";
import { frameTexts } from "./frame.ts";
import { letterTexts } from "./letters.ts";
import { manualTexts } from "./manual.ts";
import { nikCaseTexts } from "./nik-cases.ts";
import { nikClaimTexts } from "./nik-claims.ts";
import { objectionTexts } from "./objections.ts";
import { numberTexts } from "./numbers.ts";
import { paperTexts } from "./papers.ts";
import { passwordTexts } from "./passwords.ts";
import { passwordPolicyTexts } from "./password-policies.ts";
import { publicTexts } from "./public.ts";
import { statusTexts } from "./status.ts";
import { referralTexts } from "./referral.ts";
import { smsTexts } from "./sms.ts";
import { rightsTexts } from "./rights.ts";
import { sourceTexts } from "./sources.ts";
import { subscribeTexts } from "./subscribe.ts";
import { ticketFigureTexts } from "./ticket-figures.ts";
import { ticketAccountTexts } from "./ticket-account.ts";
import { ticketCaseTexts } from "./ticket-case.ts";
import { ticketEmailTexts } from "./ticket-email.ts";
import { ticketActTexts } from "./ticket-acts.ts";
import { ticketRetentionTexts } from "./ticket-retention.ts";
import { ticketTrailTexts } from "./ticket-trail.ts";
import { ticketTexts } from "./tickets.ts";
import { treasuryTexts } from "./treasury.ts";
import { whyTexts } from "./why.ts";
import { windowTexts } from "./window.ts";

export type Language = "id" | "en";

/** A message in both languages, in ICU syntax. */
export type Texts = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** Every message of the interface, one file per room. */
export const texts = {
  ...frameTexts,
  ...publicTexts,
  ...accountTexts,
  ...askingTexts,
  ...auditTexts,
  ...applyTexts,
  ...announceTexts,
  ...appealTexts,
  ...feeTexts,
  ...humanTexts,
  ...identitiesTexts,
  ...identityTexts,
  ...guideTexts,
  ...helpdeskTexts,
  ...inboxTexts,
  ...itemTexts,
  ...objectionTexts,
  ...bulkAnswerTexts,
  ...cannedTexts,
  ...consoleTexts,
  ...documentTexts,
  ...emailListTexts,
  ...loginTexts,
  ...exportTexts,
  ...figureTexts,
  ...queueTexts,
  ...reviewTexts,
  ...rightsDeskTexts,
  ...securityTexts,
  ...staffTexts,
  ...dataTexts,
  ...deskLetterTexts,
  ...deskTexts,
  ...factorTexts,
  ...namesTexts,
  ...reachTexts,
  ...questionTexts,
  ...recoveryTexts,
  ...wordsTexts,
  ...faceTexts,
  ...faqWritingTexts,
  ...fieldTexts,
  ...letterTexts,
  ...manualTexts,
  ...nikCaseTexts,
  ...nikClaimTexts,
  ...numberTexts,
  ...paperTexts,
  ...passwordTexts,
  ...passwordPolicyTexts,
  ...referralTexts,
  ...smsTexts,
  ...statusTexts,
  ...rightsTexts,
  ...sourceTexts,
  ...subscribeTexts,
  ...ticketFigureTexts,
  ...ticketAccountTexts,
  ...ticketCaseTexts,
  ...ticketEmailTexts,
  ...ticketActTexts,
  ...ticketRetentionTexts,
  ...ticketTrailTexts,
  ...ticketTexts,
  ...treasuryTexts,
  ...whyTexts,
  ...windowTexts,
} satisfies Texts;

export type TextKey = keyof typeof texts;
export type TextParams = Readonly<Record<string, string | number | Date>>;

/** Says a message in one language. */
export type Say = (key: TextKey, params?: TextParams) => string;

const compiled = { id: new Map<TextKey, IntlMessageFormat>(), en: new Map<TextKey, IntlMessageFormat>() };
const locales = { id: "id-ID", en: "en-GB" } as const;

/** Whether a code (an error code of a field, say) has a text; for codes that come from data. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(texts, key);
}

/** The message of a key. ICU arguments come as `params`; a message without `{` is given as it stands. */
export function say(language: Language, key: TextKey, params?: TextParams): string {
  const message: string = texts[key][language];
  if (!message.includes("{")) return message;
  let format = compiled[language].get(key);
  if (!format) {
    format = new IntlMessageFormat(message, locales[language]);
    compiled[language].set(key, format);
  }
  return String(format.format(params));
}

const sayers: Record<Language, Say> = {
  id: (key, params) => say("id", key, params),
  en: (key, params) => say("en", key, params),
};

/** `say` bound to a language. */
export function sayIn(language: Language): Say {
  return sayers[language];
}
