import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import { safeHref } from "../link/safe-href.ts";
import type { Maybe, Slot } from "../slot.ts";
import { Tag, type TagProps } from "../tag/tag.tsx";

export interface TaskListItem {
  readonly title: { readonly text?: Slot; readonly classes?: string };
  readonly hint?: { readonly text?: Slot };
  readonly status: { readonly tag?: TagProps; readonly text?: Slot; readonly classes?: string };
  /** A task that cannot be started yet has none. */
  readonly href?: string;
  readonly classes?: string;
}

export interface TaskListProps {
  readonly items: readonly Maybe<TaskListItem>[];
  readonly idPrefix?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** The parts of an application with their states, each a way in. */
export function TaskList(props: TaskListProps) {
  const prefix = props.idPrefix === undefined || props.idPrefix === "" ? "task-list" : props.idPrefix;
  return (
    <ul class={classes("govuk-task-list", props.classes)} {...attributes(props.attributes)}>
      {props.items.map((item, index) => item && <Item item={item} id={`${prefix}-${index + 1}`} />)}
    </ul>
  );
}

function Item(props: { readonly item: TaskListItem; readonly id: string }) {
  const { id, item } = props;
  const href = item.href === "" ? undefined : item.href;
  return (
    <li
      class={classes("govuk-task-list__item", href !== undefined && "govuk-task-list__item--with-link", item.classes)}
    >
      <div class="govuk-task-list__name-and-hint">
        {href === undefined ? (
          <div class={item.title.classes}>{item.title.text}</div>
        ) : (
          <a
            class={classes("govuk-link govuk-task-list__link", item.title.classes)}
            href={safeHref(href)}
            aria-describedby={classes(item.hint !== undefined && `${id}-hint`, `${id}-status`)}
          >
            {item.title.text}
          </a>
        )}
        {item.hint !== undefined && (
          <div id={`${id}-hint`} class="govuk-task-list__hint">
            {item.hint.text}
          </div>
        )}
      </div>
      <div class={classes("govuk-task-list__status", item.status.classes)} id={`${id}-status`}>
        {item.status.tag === undefined ? item.status.text : <Tag {...item.status.tag} />}
      </div>
    </li>
  );
}
