/**
 * The questions that may be chosen (security.md 2.4): what stands on Indonesian forms and in leaks, as parents' names,
 * places and dates of birth and schools, is none of them. Their words are `questions.q.<question>`. Never take one away:
 * somebody may have chosen it.
 */
export const questionList = [
  "first_bought",
  "lost_thing",
  "first_cooked",
  "gift",
  "far_trip",
  "hideout",
  "childhood_fear",
  "broken_thing",
] as const;
export type Question = (typeof questionList)[number];

export function isQuestion(text: string): text is Question {
  return questionList.some((question) => question === text);
}
