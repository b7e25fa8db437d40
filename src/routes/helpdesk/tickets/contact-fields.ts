import { FieldDefinition } from "../../../program/fields/index.ts";

/** Where an answer may go; both may stay empty. */
export const contactFields: readonly FieldDefinition[] = [
  {
    id: "kontak_surel",
    type: "email",
    optional: true,
    from: "account.email",
    label: { id: "Alamat e-mail", en: "E-mail address" },
    hint: {
      id: "Kami mengabari Anda di setiap langkah.",
      en: "We tell you of each step.",
    },
  },
  {
    id: "kontak_telepon",
    type: "phone",
    optional: true,
    from: "account.phone",
    label: { id: "Nomor HP", en: "Mobile number" },
    hint: {
      id: "Tanpa alamat e-mail kami mengabari Anda lewat SMS.",
      en: "Without an e-mail address we tell you by short message.",
    },
  },
].map((definition) => FieldDefinition.parse(definition));

/** The facts by which a ticket is looked up beside its number; one of them is enough. */
export const factFields: readonly FieldDefinition[] = [
  { id: "lahir", type: "date", optional: true, label: { id: "Tanggal lahir", en: "Date of birth" } },
  {
    id: "surel",
    type: "email",
    optional: true,
    label: {
      id: "Atau alamat e-mail yang Anda tulis di tiket",
      en: "Or the e-mail address that you gave with the ticket",
    },
    hint: {
      id: "Bila Anda sudah mengetik kode dari surat kami di halaman tiket.",
      en: "Where you have entered the code of our letter on the page of the ticket.",
    },
  },
].map((definition) => FieldDefinition.parse(definition));

/** What the person adds to a ticket. */
export const replyField: FieldDefinition = FieldDefinition.parse({
  id: "balasan",
  type: "textarea",
  max_length: 500,
  label: { id: "Tulis balasan", en: "Write a reply" },
});

/** By which the address of a ticket is shown to be one's own. */
export const codeField: FieldDefinition = FieldDefinition.parse({
  id: "kode",
  type: "text",
  max_length: 20,
  label: { id: "Kode dari surat kami", en: "Code from our letter" },
});

/** What the person says of an answer. */
export const ratingFields: readonly FieldDefinition[] = [
  { id: "menolong", type: "yes_no", label: { id: "Apakah jawaban ini menolong?", en: "Did this answer help?" } },
  {
    id: "kesan",
    type: "textarea",
    max_length: 300,
    optional: true,
    label: { id: "Apa yang dapat lebih baik?", en: "What could be better?" },
  },
].map((definition) => FieldDefinition.parse(definition));
