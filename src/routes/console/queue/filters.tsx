import { paths } from "../../../paths.ts";
import { FilterBar } from "../../../ui/filter-bar/filter-bar.tsx";
import { Select } from "../../../ui/select/select.tsx";
import { ages, documentValue, drawers, isNarrowed } from "./filter.ts";
import type { QueuePageProps } from "./queue-page-props.ts";

/** What the queue may be narrowed by. */
export function Filters({ visit, filter, queue, programs, narrowing }: QueuePageProps) {
  const { say } = visit;
  return (
    <FilterBar
      action={paths.console.queue}
      label={say("console.queue.filter")}
      buttonText={say("console.queue.filter_button")}
      {...(isNarrowed(filter) ? { clear: { href: paths.console.queue, text: say("console.queue.clear") } } : {})}
    >
      {filter.search !== "" && <input type="hidden" name="q" value={filter.search} />}
      <Select
        name="status"
        attributes={{ "data-shortcut": "f" }}
        label={{ text: say("console.queue.status") }}
        value={filter.drawer}
        items={drawers.map((drawer) => ({
          value: drawer,
          text: say(`console.queue.drawer.${drawer}`, { count: queue.counts[drawer] }),
        }))}
      />
      <Select
        name="program"
        label={{ text: say("console.queue.program") }}
        value={filter.program}
        items={[
          { value: "", text: say("console.queue.all_programs") },
          ...programs.map(({ slug, title }) => ({ value: slug, text: title })),
        ]}
      />
      <Select
        name="age"
        label={{ text: say("console.queue.age_label") }}
        value={String(filter.age)}
        items={ages.map((days) => ({
          value: String(days),
          text: days === 0 ? say("console.queue.any_age") : say("console.queue.older", { count: days }),
        }))}
      />
      <Select
        name="document"
        label={{ text: say("console.queue.document") }}
        value={filter.document ? documentValue(filter.document) : ""}
        items={[
          { value: "", text: say("console.queue.any_document") },
          ...narrowing.slots.flatMap(({ id, label }) =>
            (["missing", "refused"] as const).map((state) => ({
              value: documentValue({ state, slot: id }),
              text: say(`console.queue.document_${state}`, { label }),
            })),
          ),
        ]}
      />
      {(narrowing.personal || filter.unknownAddress === true) && (
        <Select
          name="address"
          label={{ text: say("console.queue.address") }}
          value={filter.unknownAddress === true ? "unknown" : ""}
          items={[
            { value: "", text: say("console.queue.any_address") },
            { value: "unknown", text: say("console.queue.address_unknown") },
          ]}
        />
      )}
      <Select
        name="reason"
        label={{ text: say("console.queue.reason") }}
        value={filter.reason ?? ""}
        items={[
          { value: "", text: say("console.queue.any_reason") },
          ...narrowing.reasons.map(({ id, label }) => ({ value: id, text: label })),
        ]}
      />
    </FilterBar>
  );
}
