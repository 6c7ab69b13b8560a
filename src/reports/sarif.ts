import type { Diagnostic, Severity } from '../domain/diagnostic.js';
import type { Location } from '../domain/location.js';
import type { Report } from '../domain/report.js';
import { lintDataOf } from './outline.js';

/** GitHub takes at most this many results of a run; the worst come first. */
const resultLimit = 5000;

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'note' };

/** SARIF 2.1.0 of what lint found; a run without findings is a run with no results, which closes old alerts. */
export function renderSarif(report: Report): string {
  const diagnostics = (lintDataOf(report)?.diagnostics ?? []).slice(0, resultLimit);
  const rules = [...new Set(diagnostics.map(({ rule }) => rule))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Scale Gate',
            version: report.version,
            rules: rules.map((id) => ruleOf(id, diagnostics)),
          },
        },
        automationDetails: { id: `scale-gate/${report.service}` },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => resultOf(diagnostic, rules)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(id: string, diagnostics: readonly Diagnostic[]): object {
  const sample = diagnostics.find(({ rule }) => rule === id);
  return {
    id,
    name: id,
    shortDescription: { text: id.replaceAll('-', ' ') },
    help: { text: sample?.remediation ?? '' },
    defaultConfiguration: { level: levels[sample?.severity ?? 'warning'] },
    properties: { tags: ['kubernetes', sample?.requirement ?? 'containers'] },
  };
}

function resultOf(diagnostic: Diagnostic, rules: readonly string[]): object {
  const { rule, severity, message, remediation, at, related, fingerprint, object, fix } = diagnostic;
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level: levels[severity],
    message: { text: `${message}\n${remediation}` },
    locations: [{ ...locationOf(at), logicalLocations: [{ fullyQualifiedName: object, kind: 'resource' }] }],
    relatedLocations: related.slice(0, 100).map(({ message: text, at: place }, i) => ({
      id: i + 1,
      ...locationOf(place),
      message: { text },
    })),
    // Not GitHub's own `primaryLocationLineHash`: that one would be computed anew from the lines.
    partialFingerprints: { 'scaleGate/v1': fingerprint },
    ...(fix === undefined ? {} : { fixes: [fixOf(fix)] }),
  };
}

function fixOf({ description, edits }: NonNullable<Diagnostic['fix']>): object {
  const files = [...new Set(edits.map(({ at }) => at.file))];
  return {
    description: { text: description },
    artifactChanges: files.map((file) => ({
      artifactLocation: { uri: uriOf(file) },
      replacements: edits
        .filter(({ at }) => at.file === file)
        .map(({ at, text }) => ({ deletedRegion: regionOf(at), insertedContent: { text } })),
    })),
  };
}

function locationOf(at: Location): object {
  return { physicalLocation: { artifactLocation: { uri: uriOf(at.file) }, region: regionOf(at) } };
}

function regionOf({ start, end }: Location): object {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** Relative to the root of the repository, as GitHub resolves it. */
function uriOf(file: string): string {
  return file.replace(/^\.\//, '').split('/').map(encodeURIComponent).join('/');
}
