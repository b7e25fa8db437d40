import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import type { Maybe, Slot } from "../slot.ts";
import { ActionLink, type SummaryAction } from "./action-link.tsx";
import { SummaryCard, type SummaryCardProps } from "./summary-card.tsx";

export interface SummaryRow {
  readonly key: { readonly text?: Slot; readonly classes?: string };
  readonly value: { readonly text?: Slot; readonly classes?: string };
  readonly actions?: { readonly items?: readonly SummaryAction[]; readonly classes?: string };
  readonly classes?: string;
}

export interface SummaryListProps {
  readonly rows: readonly Maybe<SummaryRow>[];
  /** Sets the list in a card with a title and actions of its own. */
  readonly card?: Omit<SummaryCardProps, "children">;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** What a person answered, question by question, each with a way to change it. */
export function SummaryList(props: SummaryListProps) {
  const anyActions = props.rows.some((row) => row && (row.actions?.items?.length ?? 0) > 0);
  const list = (
    <dl class={classes("govuk-summary-list", props.classes)} {...attributes(props.attributes)}>
      {props.rows.map((row) => row && <Row row={row} anyActions={anyActions} cardTitle={props.card?.title?.text} />)}
    </dl>
  );
  return props.card === undefined ? list : <SummaryCard {...props.card}>{list}</SummaryCard>;
}

function Row(props: { readonly row: SummaryRow; readonly anyActions: boolean; readonly cardTitle: Slot }) {
  const { row } = props;
  const items = row.actions?.items ?? [];
  const [only] = items;
  return (
    <div
      class={classes(
        "govuk-summary-list__row",
        props.anyActions && row.actions?.items === undefined && "govuk-summary-list__row--no-actions",
        row.classes,
      )}
    >
      <dt class={classes("govuk-summary-list__key", row.key.classes)}>{row.key.text}</dt>
      <dd class={classes("govuk-summary-list__value", row.value.classes)}>{row.value.text}</dd>
      {only !== undefined && (
        <dd class={classes("govuk-summary-list__actions", row.actions?.classes)}>
          {items.length === 1 ? (
            <ActionLink action={only} cardTitle={props.cardTitle} />
          ) : (
            <ul class="govuk-summary-list__actions-list">
              {items.map((action) => (
                <li class="govuk-summary-list__actions-list-item">
                  <ActionLink action={action} cardTitle={props.cardTitle} />
                </li>
              ))}
            </ul>
          )}
        </dd>
      )}
    </div>
  );
}
