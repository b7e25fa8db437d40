import { describe, expect, test } from "vitest";
import { randomKeyring } from "../../platform/keys/keyring.ts";
import { answerAsHuman } from "../../../test/people.ts";
import { askHuman, humanProblem, repeatQuestion } from "./human-question.ts";

const keyring = randomKeyring();

describe("the question for humans", () => {
  test("can be answered by reading it, in either language, whatever is asked", () => {
    for (let asked = 0; asked < 200; asked++) {
      const question = askHuman(keyring);
      for (const language of ["id", "en"] as const) {
        const answer = answerAsHuman(question.text[language]);
        expect(humanProblem(keyring, question.ticket, answer), `${question.text[language]} ${answer}`).toBeUndefined();
        expect(humanProblem(keyring, question.ticket, ` ${answer.toUpperCase()} `)).toBeUndefined();
      }
    }
  });

  test("refuses a wrong answer, an empty one, a forged ticket and an old one", () => {
    const { ticket } = askHuman(keyring);
    expect(humanProblem(keyring, ticket, "empat puluh dua")).toBe("wrong");
    expect(humanProblem(keyring, ticket, "x".repeat(1_000_000))).toBe("wrong");
    expect(humanProblem(keyring, ticket, "  ")).toBe("missing");
    expect(humanProblem(keyring, `${ticket}x`, "4")).toBe("expired");
    expect(humanProblem(keyring, "", "4")).toBe("expired");
    expect(humanProblem(keyring, askHuman(randomKeyring()).ticket, "4")).toBe("expired");
    expect(humanProblem(keyring, askHuman(keyring, Date.now() - 3_700_000).ticket, "4")).toBe("expired");
  });

  test("is the same when the form comes back", () => {
    const question = askHuman(keyring);
    expect(repeatQuestion(keyring, question.ticket)).toEqual(question);
    expect(repeatQuestion(keyring, "junk")).toBeUndefined();
  });
});
