import type { Diagnostic, Severity } from '../../../domain/diagnostic.js';
import type { Location } from '../../../domain/location.js';
import { unfinishedRule } from '../engine.js';
import { fingerprintOf } from '../fingerprint.js';
import type { Ignore } from '../settings.js';
import { reachOf } from './reach.js';
import { isExpired, type Scope, type Waiver } from './waiver.js';

export interface Waived {
  readonly diagnostics: readonly Diagnostic[];
  /** Findings that a waiver took out, with its reason. */
  readonly ignored: readonly { readonly diagnostic: Diagnostic; readonly reason: string }[];
}

export interface WaivingRules {
  /** Rules that nothing may ignore. */
  readonly locked: readonly string[];
  /** `YYYY-MM-DD`, in UTC. */
  readonly today: string;
  /** Where waivers of the config are said to be. */
  readonly configFile: string;
  /** Name of the container that a finding is in. */
  readonly containerOf: (diagnostic: Diagnostic) => string | undefined;
}

export function configWaivers(ignores: readonly Ignore[]): readonly Waiver[] {
  return ignores.map(({ rule, reason, until, ...match }) => {
    return { rule, reason, until, from: 'config', at: undefined, scope: { match } };
  });
}

function reaches(scope: Scope, diagnostic: Diagnostic, { containerOf }: WaivingRules): boolean {
  const { at, object } = diagnostic;
  if ('lines' in scope) {
    const { file, first, last } = scope.lines;
    return at.file === file && at.start.line >= first && at.start.line <= last;
  }
  if ('object' in scope) return object === scope.object;
  const [kind, namespace, name] = object.split('/');
  const { match } = scope;
  return (
    (match.kind === undefined || match.kind === kind) &&
    (match.namespace === undefined || match.namespace === namespace) &&
    (match.name === undefined || match.name === name) &&
    (match.container === undefined || match.container === containerOf(diagnostic)) &&
    (match.file === undefined || at.file === match.file || at.file.endsWith(`/${match.file}`))
  );
}

function matches({ rule, scope }: Waiver, diagnostic: Diagnostic, rules: WaivingRules): boolean {
  return (rule === '*' || rule === diagnostic.rule) && reaches(scope, diagnostic, rules);
}

const top = { line: 1, column: 1 };

/** What is wrong with a waiver itself. */
function complaint(waiver: Waiver, kind: string, severity: Severity, message: string, file: string): Diagnostic {
  const at: Location = waiver.at ?? { file, start: top, end: top };
  return {
    rule: kind,
    severity,
    requirement: 'configuration',
    message: `ignore of ${waiver.rule} (${waiver.from}): ${message}`,
    remediation: kind === 'ignore-no-reason' ? 'Say why, behind the colon.' : 'Take the ignore away.',
    at,
    object: at.file,
    related: [],
    fingerprint: fingerprintOf(kind, waiver.rule, waiver.from, at.file, waiver.reason),
  };
}

function complaintsOf(waivers: readonly Waiver[], used: ReadonlySet<Waiver>, rules: WaivingRules): Diagnostic[] {
  const { locked, today, configFile } = rules;
  return waivers.flatMap((waiver): Diagnostic[] => {
    const say = (kind: string, severity: Severity, message: string) => [
      complaint(waiver, kind, severity, message, configFile),
    ];
    if (locked.includes(waiver.rule))
      return say('ignore-locked', 'error', 'the rule is locked, and can not be ignored');
    if (isExpired(waiver, today)) return say('ignore-expired', 'warning', `it ended on ${waiver.until}`);
    if (waiver.reason === '') return say('ignore-no-reason', 'warning', 'it gives no reason, so it does not count');
    return used.has(waiver) ? [] : say('ignore-unused', 'warning', 'nothing is found here that it would ignore');
  });
}

/** Takes out what is ignored with a reason, and adds what is wrong with the ignores themselves. */
export function waive(diagnostics: readonly Diagnostic[], waivers: readonly Waiver[], rules: WaivingRules): Waived {
  const valid = waivers.filter((waiver) => waiver.reason !== '' && !isExpired(waiver, rules.today));
  const open = diagnostics.filter(({ rule }) => rule !== unfinishedRule && !rules.locked.includes(rule));
  const { first, used } = reachOf(valid, valid.length === 0 ? [] : open, (waiver, one) => matches(waiver, one, rules));
  const ignored: { diagnostic: Diagnostic; reason: string }[] = [];
  const kept = diagnostics.filter((diagnostic) => {
    const waiver = first.get(diagnostic);
    if (waiver) ignored.push({ diagnostic, reason: waiver.reason });
    return waiver === undefined;
  });
  return { diagnostics: [...kept, ...complaintsOf(waivers, used, rules)], ignored };
}
