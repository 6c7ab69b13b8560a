import type { Diagnostic } from '../../domain/diagnostic.js';
import type { Location } from '../../domain/location.js';
import type { SourceText } from '../../ports/manifest-source.js';

/** A rendered text under a name of its own, so that places in it can be told from places in another. */
export interface NamedText extends SourceText {
  readonly name: string;
}

export function named(texts: readonly SourceText[]): readonly NamedText[] {
  const count = new Map<string, number>();
  return texts.map((text) => {
    const number = count.get(text.file) ?? 0;
    count.set(text.file, number + 1);
    return { ...text, name: number === 0 ? text.file : `${text.file}#${number}` };
  });
}

const bare = (line: string): string => line.trim().replace(/^- /, '').trim();

/** The one line of the origin that says the same as the rendered line; undefined where there is none, or several. */
function sameLine(rendered: string, origin: string): { line: number; column: number } | undefined {
  const wanted = bare(rendered);
  if (wanted === '') return undefined;
  const lines = origin.split('\n');
  const hits = lines.flatMap((line, index) => (bare(line) === wanted ? [index] : []));
  const [hit] = hits;
  if (hit === undefined || hits.length > 1) return undefined;
  return { line: hit + 1, column: (lines[hit] ?? '').indexOf(wanted) + 1 };
}

function placeIn({ text, origin }: NamedText, at: Location): Location {
  if (!origin) return at;
  const line = text.split('\n')[at.start.line - 1] ?? '';
  const same = sameLine(line, origin.text);
  const top = { line: 1, column: 1 };
  if (!same) return { file: origin.file, start: top, end: top };
  const shift = same.column - (line.indexOf(bare(line)) + 1);
  const width = at.start.line === at.end.line ? at.end.column - at.start.column : 0;
  const start = { line: same.line, column: Math.max(1, at.start.column + shift) };
  return { file: origin.file, start, end: { line: same.line, column: start.column + width } };
}

/** Findings of rendered texts, shown in the files that people edit. A change of rendered text mends nothing, so it is dropped. */
export function toOrigins(diagnostics: readonly Diagnostic[], texts: readonly NamedText[]): readonly Diagnostic[] {
  const rendered = new Map(
    texts
      .filter(({ origin, rendered: made, name, file }) => made ?? origin ?? name !== file)
      .map((one) => [one.name, one]),
  );
  if (rendered.size === 0) return diagnostics;
  const move = (at: Location): Location => {
    const text = rendered.get(at.file);
    return text ? placeIn(text, { ...at, file: text.file }) : at;
  };
  return diagnostics.map((diagnostic) => {
    const { fix, ...rest } = diagnostic;
    const isRendered = rendered.has(diagnostic.at.file);
    return {
      ...rest,
      at: move(diagnostic.at),
      related: diagnostic.related.map((one) => ({ ...one, at: move(one.at) })),
      ...(fix && !isRendered ? { fix } : {}),
    };
  });
}
