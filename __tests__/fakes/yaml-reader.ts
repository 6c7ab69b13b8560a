import { isCollection, isPair, isScalar, LineCounter, type Node, type Pair, parseAllDocuments } from 'yaml';
import type { Location } from '../../src/domain/location.js';
import type { JsonObject, Manifest, Path } from '../../src/manifests/manifest.js';

/** Manifests by way of the `yaml` package: slow, simple and right, as a reader for the tests of rules. */
export function readYaml(file: string, text: string): { manifests: Manifest[]; diagnostics: [] } {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines });
  const manifests: Manifest[] = [];
  documents.forEach((document, index) => {
    const value = (document as { toJS?: () => unknown }).toJS?.() as JsonObject | null;
    if (!value || typeof value !== 'object') return;
    const at = (range: readonly number[] | null | undefined): Location => {
      const [start = 0, end = 0] = range ?? [];
      const [from, to] = [lines.linePos(start), lines.linePos(end)];
      return { file, start: { line: from.line, column: from.col }, end: { line: to.line, column: to.col } };
    };
    const root = (document as unknown as { contents: Node | null }).contents;
    const metadata = (value['metadata'] ?? {}) as JsonObject;
    manifests.push({
      file,
      document: index,
      apiVersion: String(value['apiVersion'] ?? ''),
      kind: String(value['kind'] ?? ''),
      name: String(metadata['name'] ?? ''),
      namespace: typeof metadata['namespace'] === 'string' ? metadata['namespace'] : undefined,
      value,
      locate: (path, what) => at(rangeOf(root, path, what)),
    });
  });
  return { manifests, diagnostics: [] };
}

function rangeOf(root: Node | null, path: Path, what: 'key' | 'value'): readonly number[] | null | undefined {
  let here: Node | null = root;
  let key: Node | null = root;
  for (const step of path) {
    if (!isCollection(here)) return key?.range;
    const item: unknown = here.items.find((one, index) =>
      isPair(one) ? isScalar(one.key) && one.key.value === step : index === step,
    );
    if (item === undefined) return key?.range;
    if (isPair(item)) {
      key = (item as Pair<Node, Node>).key;
      here = (item as Pair<Node, Node | null>).value;
    } else {
      key = item as Node;
      here = item as Node;
    }
  }
  return what === 'key' ? key?.range : (here ?? key)?.range;
}
