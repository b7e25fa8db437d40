import * as z from "zod";

const NoData = z.object({});
/** The token of a link. It is a secret: it stands only here, sealed, until the letter is sent. */
const LinkData = z.object({ token: z.string() });

/** A code is a secret as well. */
export const CodeData = z.object({ code: z.string().regex(/^[0-9]{6}$/) });

/** A text that may come in both languages; the letter takes its own. */
const EitherText = z.union([z.string(), z.object({ id: z.string(), en: z.string() })]);

/** A login by a browser that never logged in to the account before. */
/** A letter to another address than the account's present one. */
export const Elsewhere = z.object({ to: z.email() });
/** Officers of which institution did something for the owner. */
const ByStaff = z.object({ institution: EitherText });
/** Slug of a program. */
const OfProgram = z.object({ program: z.string() });
const NamesData = z.object({
  names: z.array(z.object({ kind: z.enum(["email", "nik", "phone", "number"]), name: z.string() })).max(10),
});
const DeviceData = z.object({ agent: z.string(), address: z.string(), at: z.iso.datetime() });

/** A request about one's data: its number, and of whom something is asked. */
const RightData = z.object({ number: z.string(), holder: EitherText.optional() });
/** The same once it is answered, with what the officer wrote. */
const RightAnswer = RightData.extend({ words: z.string() });

/** Requests about data, and whether the reader is an officer who answers them or an administrator. */
const RightsWaiting = z.object({ numbers: z.array(z.string()), officer: z.boolean() });

const ApplicationData = z.object({
  programTitle: EitherText,
  /** Registration number, once there is one. */
  number: z.string().optional(),
  /** Number on the receipt, by which the applicant can ask. */
  receipt: z.string().optional(),
  /** What is to be paid next, in whole rupiah. */
  feeNext: z.int().optional(),
  /** Reasons or remarks, one per line. */
  lines: z.array(EitherText).optional(),
});

/** Why a draft was locked though its pages were filled. */
export const wantingCodes = ["submission", "agreement", "declaration", "nik_taken", "requirement"] as const;

/** Letters about the closing: what they say is read when they are written. */
const ClosingData = ApplicationData.extend({
  closes: z.object({ at: z.iso.datetime(), zone: z.string() }).optional(),
  wanting: z.array(z.enum(wantingCodes)).optional(),
  /** What becomes of a draft as it stands. */
  outlook: z.enum(["submits", "locks"]).optional(),
});

/** Letters about a fee; without a payment they only lead to its page. Amounts are whole rupiah. */
const FeeData = ApplicationData.extend({
  payment: z.object({ reference: z.string(), amount: z.int(), rest: z.int(), refund: z.int() }).optional(),
});

/** Every kind of letter with what it needs beyond ids. */
export const noticeKinds = {
  activate: LinkData,
  already_registered: NoData,
  reset: LinkData,
  password_changed: NoData,
  password_due: z.object({ at: z.iso.datetime() }),
  new_device: DeviceData,
  factor_added: NoData,
  factor_removed: NoData,
  factor_leaving: LinkData.extend(ByStaff.partial().shape),
  recovery_code_used: NoData,
  recovery_code: CodeData,
  questions_changed: NoData,
  recovered: z.object({ until: z.iso.datetime() }),
  login_code: CodeData,
  phone_changed: NoData,
  email_code: CodeData.extend(Elsewhere.shape),
  email_changed: Elsewhere,
  unlocked_by_staff: ByStaff,
  reset_by_staff: LinkData.extend(ByStaff.shape),
  email_moving: LinkData.extend(ByStaff.shape).extend({ newAddress: z.string() }),
  phone_moving: LinkData.extend(ByStaff.shape).extend({ newPhone: z.string() }),
  phone_claim: LinkData.extend(ByStaff.shape).extend({ newPhone: z.string() }),
  email_claim: LinkData.extend(ByStaff.shape).extend(Elsewhere.shape),
  your_names: NamesData,
  copy_ready: z.object({ number: z.string() }),
  erasure_asked: z.object({ number: z.string(), until: z.iso.datetime() }),
  erasure_void: z.object({ number: z.string() }),
  erased: z.object({ number: z.string() }),
  closed: Elsewhere.extend({ number: z.string(), name: z.string() }),
  right_asked: RightData.extend({ until: z.iso.datetime() }),
  consent_withdrawn: RightData.extend({ until: z.iso.datetime().optional() }),
  right_fulfilled: RightAnswer,
  right_refused: RightAnswer.extend({ article: z.string() }),
  rights_pressing: RightsWaiting,
  rights_overdue: RightsWaiting,
  identity_stated: NoData,
  nik_case_opened: ByStaff,
  nik_case_begun: ByStaff,
  nik_case_told: ByStaff,
  nik_case_withdrawn: ByStaff,
  nik_yours: ByStaff.extend({ words: z.string() }),
  nik_not_yours: ByStaff.extend({ words: z.string() }),
  number_code: CodeData.extend(Elsewhere.shape).extend(OfProgram.shape),
  number_proved: z.object({ number: z.string() }),
  number_denied: OfProgram.extend({ words: z.string() }),
  number_moved: Elsewhere,
  ticket_linked: ByStaff,
  tickets_overdue: z.object({ numbers: z.array(z.string()) }),
  submitted: ApplicationData,
  returned: ApplicationData,
  accepted: ApplicationData,
  rejected: ApplicationData,
  appealed: ApplicationData,
  appeal_denied: ApplicationData,
  appeal_granted: ApplicationData,
  locked: ClosingData,
  extended: ClosingData,
  reminder: ClosingData,
  payment_received: FeeData,
  payment_expired: FeeData,
  refund_due: FeeData,
  refunded: FeeData,
} as const satisfies Record<string, z.ZodObject>;

export type NoticeKind = keyof typeof noticeKinds;
export type NoticeData<K extends NoticeKind = NoticeKind> = z.output<(typeof noticeKinds)[K]>;

export function isNoticeKind(kind: string): kind is NoticeKind {
  return Object.hasOwn(noticeKinds, kind);
}
