export type Values = ReadonlyMap<string, string>;

/** A text with `{{name}}` places, taken apart once. */
export interface Template {
  /** No places: rendering gives the same text each time. */
  readonly fixed: boolean;
  /** Names that have no value become empty. */
  render(values: Values): string;
}

export function template(text: string): Template {
  const parts = text.split(/\{\{\s*([\w.-]+)\s*\}\}/);
  if (parts.length === 1) return { fixed: true, render: () => text };
  return {
    fixed: false,
    render: (values) => parts.map((part, index) => (index % 2 === 0 ? part : (values.get(part) ?? ''))).join(''),
  };
}
