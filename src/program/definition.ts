import * as z from "zod";
import { Fee } from "./fee.ts";
import { FieldDefinition } from "./fields/index.ts";
import { Id, OptionValue, Slug } from "./ids.ts";
import { type Language, languages, Text } from "./text.ts";

export type { FieldDefinition, FieldType } from "./fields/index.ts";
export type { Language, Text } from "./text.ts";

const Condition = z
  .string()
  .min(1)
  .max(500)
  .describe('A condition in CEL over earlier answers, as `status == "kawin" && !domisili_sama`.');

const Moment = z
  .union(
    [z.iso.date(), z.iso.datetime({ offset: true, precision: -1 }), z.iso.datetime({ offset: true })],
    "must be a date as 2026-01-01 or a moment as 2026-01-01T08:00+07:00",
  )
  .describe("A date as 2026-01-01, or a moment with its offset as 2026-01-01T08:00+07:00.");

const Period = z
  .string()
  .max(20)
  .regex(
    /^P(?:[0-9]{1,3}Y)?(?:[0-9]{1,3}M)?(?:[0-9]{1,4}D)?(?:T(?:[0-9]{1,3}H)?(?:[0-9]{1,4}M)?)?$/,
    "must be a duration as PT10M or P5Y",
  )
  .refine((period) => /[0-9]/.test(period), "must be a duration as PT10M or P5Y");

const units = { B: 1, KiB: 1024, MiB: 1024 * 1024 } as const;

const Size = z
  .string()
  .regex(/^[1-9][0-9]{0,6} (?:B|KiB|MiB)$/, "must be a size as 200 KiB or 2 MiB")
  .refine((size) => bytesOf(size) <= 20 * units.MiB, "must be at most 20 MiB")
  .describe("A size as the person sends it: `200 KiB`, `2 MiB`; KiB is 1024 bytes, at most 20 MiB.");

const Page = z
  .strictObject({
    page: Id,
    title: Text.describe("The heading of the page."),
    intro: Text.optional().describe("A paragraph above the fields."),
    when: Condition.optional().describe("The page is asked only when this condition over earlier pages holds."),
    repeat: z
      .strictObject({
        min: z.int().min(0).max(50).default(0).describe("The fewest items with which the page is done."),
        max: z.int().min(1).max(50).describe("The most items."),
        item: Text.describe("What one item is called, as Jabatan; its number is added."),
      })
      .optional()
      .describe(
        "The page is asked once for each item of a list, as the posts that somebody held. Conditions elsewhere cannot read the answers of items.",
      ),
    fields: z.array(FieldDefinition).min(1).max(30).describe("The questions of the page, in order."),
  })
  .describe("One page with its questions.");
export type Page = z.output<typeof Page>;

const documentFormats = ["pdf", "jpg", "png"] as const;

/** Papers that institutions know under the same name, so that one given to one of them can serve another. */
export const reusableKinds = [
  "ktp",
  "kk",
  "pas_foto",
  "cv",
  "ijazah",
  "transkrip",
  "sertifikat",
  "kartu_npwp",
  "lhkpn",
  "sk_jabatan",
  "nib",
] as const;

export const DocumentSlot = z
  .strictObject({
    id: Id,
    label: Text.describe("What is to be uploaded."),
    hint: Text.optional().describe("How to make a good one."),
    formats: z.array(z.enum(documentFormats)).min(1).describe("The accepted formats, detected by content."),
    max: Size.describe("The largest file accepted."),
    template: z
      .string()
      .max(80)
      .regex(/^templates\/[a-z0-9]+(?:-[a-z0-9]+)*\.(?:pdf|docx|odt)$/, "must be a file as templates/surat.docx")
      .optional()
      .describe("A file beside the program that the person downloads, fills in and uploads: PDF, DOCX or ODT."),
    pages: z.int().min(1).max(100).default(10).describe("The most pages that a PDF may have."),
    optional: z.boolean().default(false).describe("The application is complete without it."),
    when: Condition.optional().describe("The document is asked for only when this condition over earlier pages holds."),
    data: z
      .enum(["general", "specific"])
      .default("general")
      .describe("The class of personal data under Law 27 of 2022."),
    reuse: z
      .enum(reusableKinds)
      .optional()
      .describe(
        "Which paper this is: one of the same kind that the person gave in another program is offered here, and may be offered elsewhere. Not for specific personal data.",
      ),
  })
  .describe("A place for one uploaded document.");
export type DocumentSlot = z.output<typeof DocumentSlot>;

export const Task = z
  .strictObject({
    task: Id,
    title: Text.describe("The name of the task in the task list."),
    when: Condition.optional().describe("The whole task is asked only when this condition over earlier pages holds."),
    pages: z.array(Page).max(50).default([]).describe("The pages of the task, in order."),
    documents: z
      .array(DocumentSlot)
      .max(50)
      .default([])
      .describe("The documents of the task; each is a step of its own, after the pages."),
  })
  .describe("A part of the application, a line in the task list.");
export type Task = z.output<typeof Task>;

const Eligibility = z
  .strictObject({
    when: Condition.describe(
      "Who cannot apply, as a condition; it is asked as soon as all answers it reads are known.",
    ),
    stop: Text.describe("What the person reads: why, and where to turn."),
  })
  .describe("A rule by which some people cannot apply. Their draft is kept, and stays open to correction.");

const Reason = z
  .strictObject({
    reason: OptionValue.describe("snake_case, unique in the program; this is what is stored."),
    label: Text.describe("What the reviewer chooses."),
    text: Text.describe("What the applicant reads: what was wrong, and what to do."),
  })
  .describe("A reason for a return or a rejection.");
export type Reason = z.output<typeof Reason>;

export const ReviewStage = z
  .strictObject({
    stage: OptionValue.describe("snake_case, unique among the stages."),
    title: Text.describe("The name of the stage."),
    role: z.enum(["reviewer", "secretariat"]).describe("Who decides."),
    verdicts: z
      .enum(["none", "per_document", "per_document_and_answer"])
      .default("per_document_and_answer")
      .describe("What the reviewer may mark."),
    decisions: z
      .array(z.enum(["accept", "return", "reject"]))
      .min(1)
      .max(3)
      .describe("What the reviewer may decide."),
    reasons: z.array(z.string()).min(1).max(50).describe("The reasons that may be given, from `review.reasons`."),
    within: z
      .strictObject({ working_days: z.int().min(1).max(365).describe("Counted without weekends and holidays.") })
      .optional()
      .describe("How fast the institution wants to decide."),
  })
  .describe("A stage of the review.");
export type ReviewStage = z.output<typeof ReviewStage>;

const Appeal = z
  .strictObject({
    within: z
      .strictObject({ days: z.int().min(1).max(90).describe("Weekends and holidays count.") })
      .describe(
        "How many whole calendar days, in the institution's zone, one may appeal after the day on which the rejection was told.",
      ),
    intro: Text.optional().describe("A paragraph above the form: what an appeal can achieve."),
    fields: z
      .array(FieldDefinition)
      .min(1)
      .max(10)
      .describe("The questions of the form; their conditions read only each other."),
  })
  .describe("That rejected applicants may appeal, once per rejection. Somebody else than who rejected answers.");
export type Appeal = z.output<typeof Appeal>;

const Requirement = z
  .strictObject({
    program: Slug.describe("The program that is demanded."),
    state: z
      .enum(["submitted", "accepted"])
      .default("accepted")
      .describe("How far one must have come there: submitted and not turned down, or accepted."),
  })
  .describe("Another program that comes first, as a member's number before an examination.");

export const Check = z
  .strictObject({
    source: z
      .string()
      .max(40)
      .regex(/^[a-z][a-z0-9_]{1,39}$/, "must be a name in small letters, as dukcapil")
      .describe("The source, by the name under which it was loaded, as dukcapil."),
    facts: z
      .strictObject({
        nik: Id.describe("The nik field by which the person is found."),
        kk: Id.optional().describe("The kk field to compare."),
        name: Id.optional().describe(
          "The name field; titles, case, spaces and usual abbreviations make no difference.",
        ),
        birth_place: Id.optional().describe(
          "The text field with the place of birth; Kota or Kabupaten makes no difference.",
        ),
        birth_date: Id.optional().describe("The date field with the date of birth."),
      })
      .describe("Which answers are compared with the source; an answer that was not asked is left out."),
    when_different: z
      .literal("flag")
      .default("flag")
      .describe("flag: officers see which facts differ, and decide; nobody is turned away by a table."),
    when_not_found: z.literal("flag").default("flag").describe("flag: officers see it, and decide."),
    when_unavailable: z
      .literal("later")
      .default("later")
      .describe("later: the applicant goes on, and the source is asked again until it answers."),
  })
  .describe("A comparison with a source of reference data, made after each submission. It never undoes one.");
export type Check = z.output<typeof Check>;

/** The whole program file. The descriptions here are the documentation; see docs/program-file.md. */
export const Program = z
  .strictObject({
    program: Slug.describe(
      "The program's own name in addresses: kebab-case, at most 60 characters, unique on the platform.",
    ),
    institution: Slug.describe("The institution that runs the program."),
    languages: z
      .array(z.enum(languages))
      .min(1)
      .refine((list) => list.includes("id"), "must include id")
      .describe("The languages in which every text is given; Indonesian is always one of them."),
    title: Text.describe("The name of the program."),
    summary: Text.describe("One or two sentences for the card in the portal."),
    about: Text.optional().describe("Who the program is for and what follows; paragraphs are parted by an empty line."),
    needs: z.array(Text).max(20).default([]).describe("What the person should have at hand before beginning."),
    identity: z
      .enum(["simple", "verified", "linked", "biometric"])
      .describe(
        "What must be known of the person to begin. simple: a proven e-mail address; verified: a proven telephone as well, and the KTP among the documents; linked: the first of `checks` is asked before the form, by NIK and family card number, and fills it when it has the person; biometric: a passkey on the person's own device, and `face`.",
      ),
    second_factor: z
      .enum(["optional", "required"])
      .default("optional")
      .describe(
        "Whether the account must be protected by a second factor before one begins: an authenticator app, a passkey, or a code by e-mail or SMS. required: Mulai says why, leads to setting one up, and comes back.",
      ),
    account: z
      .enum(["required", "none"])
      .default("required")
      .describe(
        "Whether one needs an account. none: a name and an e-mail address on the program page, confirmed by a link in a letter and ended by one; such a program has one page with these two fields, and neither number nor review.",
      ),
    requires: z
      .array(Requirement)
      .min(1)
      .max(10)
      .optional()
      .describe("Other programs in which one must have got somewhere to apply here; those are published first."),
    templates: z
      .enum(["public", "signed_in"])
      .default("public")
      .describe("Who may download the templates of documents: everyone, or whoever is signed in."),
    window: z
      .strictObject({
        opens: Moment.describe(
          "When the program opens; a plain date opens at its first moment in western Indonesian time.",
        ),
        closes: Moment.nullable().describe(
          "When it closes; a plain date closes after its last moment. Null: it is open all year.",
        ),
        at_close: z
          .enum(["lock", "submit_complete_and_lock"])
          .default("lock")
          .describe(
            "What becomes of drafts at closing: they are locked, or those that are complete, and whose applicants declared and agreed beforehand, are submitted first.",
          ),
        grace: Period.optional().describe(
          "How long after closing a page that was already open may still be sent, as PT10M; drafts are closed when it is over.",
        ),
      })
      .describe("When applications may be made."),
    once_per: z.enum(["person", "account", "unlimited"]).describe("How often one may apply."),
    number: z
      .strictObject({
        pattern: z
          .string()
          .max(60)
          .describe(
            "Text with {year}, {region} and {sequence:6}; the figure is the least number of digits and grows, never cuts.",
          ),
        given: z.enum(["submit", "accept"]).describe("When the number is given."),
        kind: z
          .enum(["fast", "gapless"])
          .default("fast")
          .describe(
            "fast: given with the deed, and gaps are possible; gapless: given within seconds after it, in the order of the sealed record and without a gap; such a program stays gapless.",
          ),
        username: z
          .boolean()
          .optional()
          .describe("Whether its owner may log in with the number from then on, as a member of an association does."),
      })
      .optional()
      .describe("The registration number; required unless `account` is none."),
    eligibility: z.array(Eligibility).max(20).default([]).describe("Who cannot apply."),
    tasks: z.array(Task).min(1).max(30).describe("The tasks, in the order in which they are shown."),
    checks: z
      .array(Check)
      .min(1)
      .max(10)
      .optional()
      .describe("Sources with which the answers are compared after each submission."),
    face: z
      .strictObject({
        selfie: Id.describe("The document with the person's own picture, taken now."),
        card: Id.describe("The document with the identity card."),
      })
      .optional()
      .describe("The two pictures that an officer compares; needed where `identity` is biometric, and only there."),
    fee: Fee.optional(),
    declaration: Text.describe("What the person declares before submitting, or agrees to where `account` is none."),
    review: z
      .strictObject({
        reasons: z.array(Reason).max(50).describe("All reasons of the program."),
        stages: z.array(ReviewStage).max(5).describe("The stages, in order."),
        appeal: Appeal.optional(),
      })
      .default({ reasons: [], stages: [] })
      .describe("How applications are decided; required unless `account` is none."),
    announcement: z
      .strictObject({
        at: Moment.nullable().describe("When; an officer may set another time. Null: an officer sets it."),
      })
      .optional()
      .describe(
        "Verdicts are held until this moment and then told to all at once, on a public page with numbers and verdicts. Without it each is told as soon as it is decided.",
      ),
    faq: z
      .array(z.strictObject({ question: Text, answer: Text }))
      .max(50)
      .default([])
      .describe("Questions and answers on the program page."),
    why: z
      .strictObject({
        questions: z
          .array(z.strictObject({ question: Text, answer: Text }))
          .min(1)
          .max(20)
          .describe("The questions and their answers, in order."),
        contact: Text.describe("Whom to ask, and how."),
      })
      .optional()
      .describe("Why the program asks what it asks, on a page of its own, and whom to ask."),
    glossary: z
      .array(z.strictObject({ term: Text, meaning: Text }))
      .max(50)
      .default([])
      .describe("Words that need explaining, on the program page."),
    data: z
      .strictObject({
        purpose: Text.describe("What the data are used for."),
        basis: z
          .enum(["consent", "contract", "legal_obligation", "vital_interest", "public_task", "legitimate_interest"])
          .describe("The basis of processing under article 20 of Law 27 of 2022."),
        retention: Period.describe("How long the data are kept after the decision, as P5Y."),
      })
      .describe("Why personal data are asked for and how long they are kept."),
  })
  .describe("A registration program.");
export type Program = z.output<typeof Program>;

/** Bytes of a checked size such as `200 KiB`. */
export function bytesOf(size: string): number {
  const [count = "", unit = ""] = size.split(" ");
  return Number(count) * (unit === "MiB" ? units.MiB : unit === "KiB" ? units.KiB : units.B);
}

/** A text in the language asked for; programs without that language answer in Indonesian. */
export function inLanguage(text: Text, language: Language): string {
  return text[language] === "" ? text.id : text[language];
}
