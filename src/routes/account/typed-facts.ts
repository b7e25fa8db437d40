import * as z from "zod";
import { answerTyped, birthDateTyped, birthPlaceTyped, nameTyped, questionTyped, sixteenTyped } from "./typed.ts";

const facts = { kk: sixteenTyped, birth_place: birthPlaceTyped, birth_date: birthDateTyped };

/** The form in which two questions are chosen. */
export const Choosing = z.object({
  question_1: questionTyped,
  answer_1: answerTyped,
  question_2: questionTyped,
  answer_2: answerTyped,
  ...facts,
});

/** The form for a forgotten password of whoever has chosen questions, in the order of document 003. */
export const Answering = z.object({ name: nameTyped, nik: sixteenTyped, ...facts, answer: answerTyped });
/** The same for an account without a NIK. */
export const AnsweringWithoutNik = Answering.omit({ nik: true });
