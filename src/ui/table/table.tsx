import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import { isFilled, type Maybe, type Slot } from "../slot.ts";

export interface TableCell {
  readonly text?: Slot;
  readonly format?: string;
  readonly classes?: string;
  readonly colspan?: number;
  readonly rowspan?: number;
  readonly attributes?: Attributes;
}

export interface TableProps {
  readonly rows: readonly Maybe<readonly TableCell[]>[];
  readonly head?: readonly TableCell[];
  readonly caption?: string;
  readonly captionClasses?: string;
  /** Makes the first cell of each row its name. */
  readonly firstCellIsHeader?: boolean;
  readonly classes?: string;
  readonly attributes?: Attributes;
  /** On a phone each row becomes a block of lines, each with its column's name before it. */
  readonly stacked?: boolean;
}

/** Figures and facts that are compared by row and column. */
export function Table(props: TableProps) {
  return (
    <table
      class={classes("govuk-table", props.stacked === true && "daftar-table--stacked", props.classes)}
      {...attributes(props.attributes)}
    >
      {props.caption !== undefined && props.caption !== "" && (
        <caption class={classes("govuk-table__caption", props.captionClasses)}>{props.caption}</caption>
      )}
      {props.head !== undefined && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {props.head.map((cell) => (
              <Header cell={cell} scope="col" />
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {props.rows.map(
          (row) =>
            row && (
              <tr class="govuk-table__row">
                {row.map((cell, index) =>
                  index === 0 && props.firstCellIsHeader === true ? (
                    // A row's name has no format of its own, unlike a column's.
                    <Header cell={{ ...cell, format: undefined }} scope="row" />
                  ) : (
                    <Data cell={cell} column={props.stacked === true ? props.head?.[index]?.text : undefined} />
                  ),
                )}
              </tr>
            ),
        )}
      </tbody>
    </table>
  );
}

function Header(props: { readonly cell: TableCell; readonly scope: "col" | "row" }) {
  const { cell } = props;
  return (
    <th
      scope={props.scope}
      class={classes("govuk-table__header", formatClass("header", cell), cell.classes)}
      colspan={cell.colspan}
      rowspan={cell.rowspan}
      {...attributes(cell.attributes)}
    >
      {cell.text}
    </th>
  );
}

function Data(props: { readonly cell: TableCell; readonly column: Slot }) {
  const { cell, column } = props;
  return (
    <td
      class={classes("govuk-table__cell", formatClass("cell", cell), cell.classes)}
      colspan={cell.colspan}
      rowspan={cell.rowspan}
      data-column={typeof column === "string" && isFilled(cell.text) ? column : undefined}
      {...attributes(cell.attributes)}
    >
      {cell.text}
    </td>
  );
}

function formatClass(part: "header" | "cell", cell: TableCell): string {
  return cell.format === undefined || cell.format === "" ? "" : `govuk-table__${part}--${cell.format}`;
}
