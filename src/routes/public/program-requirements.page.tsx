import { paths } from "../../paths.ts";
import { inLanguage } from "../../program/definition.ts";
import type { Requirement } from "../../registry/programs/requirements.ts";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";
import { Link } from "../../ui/link/link.tsx";
import { StatusTag } from "../../ui/status-tag/status-tag.tsx";
import type { Visit } from "../route.ts";

interface RequirementsProps {
  readonly visit: Visit;
  readonly requirements: readonly Requirement[];
}

/** What must come first in other programs, each with a way there; whoever is signed in reads whether they have it. */
export function RequirementList({ visit, requirements }: RequirementsProps) {
  const { say } = visit;
  if (requirements.length === 0) return null;
  return (
    <ul class="govuk-list">
      {requirements.map((requirement) => (
        <li>
          {say(requirement.state === "accepted" ? "requires.accepted" : "requires.submitted")}{" "}
          <ProgramLink visit={visit} requirement={requirement} />
          {requirement.met !== undefined && " "}
          {requirement.met !== undefined && (
            <StatusTag
              text={say(requirement.met ? "requires.met" : "requires.unmet")}
              tone={requirement.met ? "good" : "warn"}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** Where one begins who cannot begin here yet. */
export function FirstOthers({ visit, requirements }: RequirementsProps) {
  const { say } = visit;
  if (requirements.length === 0) return null;
  return (
    <InsetText>
      <p class="govuk-body">
        <strong>{say("requires.first")}</strong>
      </p>
      {requirements.map((requirement) => (
        <p class="govuk-body">
          {say(requirement.state === "accepted" ? "requires.accepted" : "requires.submitted")}{" "}
          <ProgramLink visit={visit} requirement={requirement} />
        </p>
      ))}
    </InsetText>
  );
}

function ProgramLink({ visit, requirement }: { readonly visit: Visit; readonly requirement: Requirement }) {
  const { program } = requirement;
  return <Link href={paths.program(program.slug)}>{inLanguage(program.compiled.program.title, visit.language)}</Link>;
}
