import { classes } from "../classes.ts";
import { safeHref } from "../link/safe-href.ts";
import { StatusTag, type StatusTagProps } from "../status-tag/status-tag.tsx";

export interface QueueItem {
  readonly href: string;
  readonly number: string;
  readonly who: string;
  readonly tag: StatusTagProps;
  readonly current?: boolean;
}

/** The applications that wait, the most pressing first. */
export function QueueList(props: {
  readonly title: string;
  readonly count: string;
  readonly items: readonly QueueItem[];
}) {
  return (
    <>
      <h2 class="daftar-queue__title">
        {props.title} <StatusTag text={props.count} tone="info" />
      </h2>
      <ol class="daftar-queue__list">
        {props.items.map((item) => (
          <li class={classes("daftar-queue__item", item.current === true && "daftar-queue__item--current")}>
            <a
              class="daftar-queue__link"
              href={safeHref(item.href)}
              aria-current={item.current === true ? "true" : undefined}
            >
              {item.number}
            </a>
            <span class="daftar-queue__who">{item.who}</span>
            <StatusTag {...item.tag} />
          </li>
        ))}
      </ol>
    </>
  );
}
