// What pdfkit takes since its types were written.
declare namespace PDFKit.Mixins {
  interface StructureElementOptions {
    /** Where a figure stands: left, top, right, bottom. */
    bbox?: readonly number[];
    placement?: "Block" | "Inline";
    /** What a header cell is the head of. */
    scope?: "Column" | "Row";
  }
}
