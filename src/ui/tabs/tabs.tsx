import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import { isFilled, type Maybe, type Slot } from "../slot.ts";

export interface TabItem {
  readonly id?: string;
  readonly label: string;
  readonly panel: {
    readonly text?: Slot;
    readonly children?: Slot;
    readonly attributes?: Attributes;
  };
  readonly attributes?: Attributes;
}

export interface TabsProps {
  readonly items?: readonly Maybe<TabItem>[];
  readonly title?: string;
  readonly id?: string;
  readonly idPrefix?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Alternatives of which a person reads one; without JavaScript they stand one below the other. */
export function Tabs(props: TabsProps) {
  const items = props.items ?? [];
  return (
    <div
      id={props.id}
      class={classes("govuk-tabs", props.classes)}
      {...attributes(props.attributes)}
      data-module="govuk-tabs"
    >
      <h2 class="govuk-tabs__title">{props.title ?? "Contents"}</h2>
      {items.length > 0 && (
        <ul class="govuk-tabs__list">
          {items.map(
            (item, index) => item && <Tab item={item} first={index === 0} panel={panelId(props, item, index)} />,
          )}
        </ul>
      )}
      {items.map(
        (item, index) => item && <TabPanel item={item} first={index === 0} id={panelId(props, item, index)} />,
      )}
    </div>
  );
}

function panelId(tabs: TabsProps, item: TabItem, index: number): string {
  return item.id === undefined || item.id === "" ? `${tabs.idPrefix ?? ""}-${index + 1}` : item.id;
}

function Tab(props: { readonly item: TabItem; readonly first: boolean; readonly panel: string }) {
  return (
    <li class={classes("govuk-tabs__list-item", props.first && "govuk-tabs__list-item--selected")}>
      <a class="govuk-tabs__tab" href={`#${props.panel}`} {...attributes(props.item.attributes)}>
        {props.item.label}
      </a>
    </li>
  );
}

function TabPanel(props: { readonly item: TabItem; readonly first: boolean; readonly id: string }) {
  const { panel } = props.item;
  return (
    <div
      class={classes("govuk-tabs__panel", !props.first && "govuk-tabs__panel--hidden")}
      id={props.id}
      {...attributes(panel.attributes)}
    >
      {isFilled(panel.children) ? panel.children : isFilled(panel.text) && <p class="govuk-body">{panel.text}</p>}
    </div>
  );
}
