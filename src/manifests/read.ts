import type { Diagnostic } from '../domain/diagnostic.js';
import { diagnose, diagnoseText } from './diagnosis.js';
import type { Json, JsonObject, Manifest } from './manifest.js';
import { fixOfDoubled } from './mending/doubled.js';
import { locate, type Origin, ReadManifest } from './object.js';
import { Source } from './source.js';
import { forbidden, unusual } from './yaml/characters.js';
import type { Composed } from './yaml/composed.js';
import { Composer } from './yaml/composer.js';
import { type BadSeparator, type DocumentText, splitDocuments } from './yaml/documents.js';
import { YamlFault } from './yaml/fault.js';
import { OpenParts } from './yaml/open-parts.js';
import { Places, startOf } from './yaml/places.js';
import { composeSwiftly } from './yaml/swift.js';
import { isEveryday } from './yaml/swift-lines.js';

/** What a file holds: the objects that can be told apart, and what is wrong before any schema is asked. */
export interface ReadFile {
  readonly manifests: Manifest[];
  readonly diagnostics: Diagnostic[];
}

/** Largest file that is read, in UTF-16 units; the API server takes 3 MiB at most. */
export const maxLength = 4 * 1024 * 1024;
/** Largest number of documents in one file. */
export const maxDocuments = 10_000;

const notYaml = 'Mend the YAML: kubectl refuses the document as it is.';

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function control(text: string, { start, end }: DocumentText): YamlFault | undefined {
  const at = text.slice(start, end).search(forbidden);
  return at < 0 ? undefined : new YamlFault('control characters are not allowed', start + at, undefined);
}

function syntax(source: Source, { line, start }: DocumentText, fault: YamlFault): Diagnostic {
  const named = fault.line === undefined ? undefined : source.lineAt(line + fault.line - 1);
  const from = named ?? Math.min(fault.at, source.text.length);
  const at = source.location(from, Math.max(fault.at, from));
  const message = fault.line === undefined ? fault.message : `line ${line + fault.line - 1}: ${fault.message}`;
  return diagnoseText('yaml-syntax', at, message, notYaml, `${start === 0 ? 0 : line}:${fault.message}`);
}

function separator(source: Source, bad: BadSeparator): Diagnostic {
  const at = source.location(bad.at, bad.at + 3 + bad.text.length);
  const message = `\`---\` is followed by \`${bad.text.slice(0, 60)}\`; kubectl reads nothing from line ${bad.documentLine} on`;
  return diagnoseText(
    'yaml-syntax',
    at,
    message,
    'Put `---` alone on its line; only a comment may follow it.',
    'separator',
  );
}

/** Reads the objects of one document into `into`. */
class DocumentReader {
  readonly #source: Source;
  readonly #into: ReadFile;
  readonly #everyday: boolean;
  readonly #parts = new OpenParts();
  /** Whether there may be characters that YAML forbids. */
  readonly #suspect: boolean;

  constructor(source: Source, into: ReadFile) {
    this.#source = source;
    this.#into = into;
    this.#suspect = unusual.test(source.text);
    this.#everyday = !this.#suspect || isEveryday(source.text);
  }

  read(document: DocumentText): void {
    const { text } = this.#source;
    const composed = this.#compose(text, document);
    if (composed === undefined || composed.value === null) return;
    const origin: Origin = { source: this.#source, document: document.index, place: composed.place };
    this.#object(composed.value, origin);
    this.#doubled(composed, origin);
  }

  #compose(text: string, document: DocumentText): Composed | undefined {
    try {
      const fault = this.#suspect ? control(text, document) : undefined;
      if (fault !== undefined) throw fault;
      const { start, end, json } = document;
      const from = text.charCodeAt(start) === 0xfeff ? start + 1 : start;
      const swift = this.#everyday ? composeSwiftly(text, from, end, json, this.#parts) : undefined;
      return swift ?? new Composer(text, from, end, json).compose();
    } catch (error) {
      if (!(error instanceof YamlFault)) throw error;
      this.#into.diagnostics.push(syntax(this.#source, document, error));
      return undefined;
    }
  }

  #object(value: Json, origin: Origin): void {
    if (!isObject(value)) {
      this.#noObject(origin);
      return;
    }
    const manifest = new ReadManifest(value, origin);
    if (manifest.apiVersion === '' || manifest.kind === '') this.#nameless(manifest);
    else if (manifest.kind === 'List' && manifest.apiVersion === 'v1' && Array.isArray(value['items']))
      this.#items(value['items'], origin);
    else this.#into.manifests.push(manifest);
  }

  #items(items: readonly Json[], origin: Origin): void {
    const { place } = origin;
    const list = place instanceof Places ? place.at[place.keys?.lastIndexOf('items') ?? -1] : undefined;
    for (const [item, value] of items.entries()) {
      const itemPlace = list instanceof Places ? list.at[item] : undefined;
      this.#object(value, { ...origin, item, place: itemPlace ?? startOf(place) });
    }
  }

  #noObject(origin: Origin): void {
    const message = 'the document is no mapping, so it is no Kubernetes object';
    const remediation = 'Write one object per document, or a `kind: List` with `items`.';
    this.#into.diagnostics.push(
      diagnoseText('object-identity', locate(origin, [], 'value'), message, remediation, String(origin.document)),
    );
  }

  #nameless(manifest: Manifest): void {
    for (const field of ['apiVersion', 'kind'] as const) {
      if (manifest[field] !== '') continue;
      const message = `${field} is not set, or is no string`;
      const remediation = `Say what the object is: set \`${field}\`.`;
      this.#into.diagnostics.push(
        diagnose(manifest, {
          rule: 'object-identity',
          severity: 'error',
          path: [field],
          what: 'value',
          message,
          remediation,
        }),
      );
    }
  }

  #doubled({ doubled, value, place }: Composed, origin: Origin): void {
    const whole = new ReadManifest(isObject(value) ? value : {}, origin);
    for (const { key, path, at, valueAt } of doubled) {
      const found = diagnose(whole, {
        rule: 'yaml-duplicate-key',
        severity: 'error',
        path: [...path, key],
        what: 'key',
        message: `\`${[...path, key].join('.')}\` is there twice; kubectl takes the last one in silence`,
        remediation: `Delete one of the two \`${key}\`.`,
      });
      const where = this.#source.location(at, Math.max(at + key.length, valueAt));
      const fix = fixOfDoubled(this.#source, place, path, key, at);
      this.#into.diagnostics.push({ ...found, at: where, ...(fix ? { fix } : {}) });
    }
  }
}

/**
 * Reads one YAML or JSON file as kubectl and the API server do: documents, `List` items, YAML 1.1 words, anchors, merge
 * keys, doubled keys. Pure, linear in the size of the text, and never throws on input.
 *
 * @param file path as the user gave it; it is only named, not opened
 */
export function readManifests(file: string, text: string): ReadFile {
  const source = new Source(file, text);
  const into: ReadFile = { manifests: [], diagnostics: [] };
  if (text.length > maxLength) {
    const message = `the file has ${text.length} characters, more than ${maxLength}: it was not read`;
    into.diagnostics.push(diagnoseText('yaml-syntax', source.location(0, 0), message, 'Split the file.', 'size'));
    return into;
  }
  const { documents, bad } = splitDocuments(text);
  if (documents.length > maxDocuments) {
    const message = `the file has ${documents.length} documents, more than ${maxDocuments}: it was not read`;
    into.diagnostics.push(diagnoseText('yaml-syntax', source.location(0, 0), message, 'Split the file.', 'documents'));
    return into;
  }
  const reader = new DocumentReader(source, into);
  for (const document of documents) reader.read(document);
  if (bad !== undefined) into.diagnostics.push(separator(source, bad));
  return into;
}
