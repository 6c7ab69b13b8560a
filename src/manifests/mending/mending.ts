/** What would mend a problem without anybody having to decide anything. */
export type Mending =
  | { readonly action: 'rename'; readonly to: string }
  /** A number or a boolean that has to be a text. */
  | { readonly action: 'quote' }
  /** A text that has to be a number or a boolean. */
  | { readonly action: 'unquote' }
  | { readonly action: 'replace'; readonly from: string; readonly to: string }
  /** A key that is missing, before one that is there. */
  | { readonly action: 'insert'; readonly before: string; readonly value: string };
