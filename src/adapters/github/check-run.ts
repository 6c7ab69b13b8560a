import type { Decision } from '../../domain/verdict.js';
import type { Annotation, Publication } from '../../ports/publisher.js';
import type { Api } from './api.js';

/** `neutral` would let a required check through; what could not be found out must not. */
const conclusions = { promote: 'success', reject: 'failure', inconclusive: 'action_required' } as const;

/** Annotations that one request may bring. */
const batch = 50;

/** A completed check run on the commit. @returns its address. */
export async function publishCheckRun(api: Api, sha: string, publication: Publication): Promise<string> {
  const { name, decision, reason, checkRun, annotations } = publication;
  const output = { title: title(decision, reason), summary: checkRun?.text ?? '' };
  const placed = annotations.flatMap((annotation) => placedOn(annotation) ?? []);
  const { data } = await api.rest.checks.create({
    ...api.base,
    name,
    head_sha: sha,
    status: 'completed',
    conclusion: conclusions[decision],
    output: { ...output, annotations: placed.slice(0, batch) },
  });
  for (let i = batch; i < placed.length; i += batch) {
    const more = { ...output, annotations: placed.slice(i, i + batch) };
    await api.rest.checks.update({ ...api.base, check_run_id: data.id, output: more });
  }
  return data.html_url ?? '';
}

function title(decision: Decision, reason: string): string {
  const text = `${decision}: ${reason}`;
  return text.length > 250 ? `${text.slice(0, 249)}…` : text;
}

const levels = { error: 'failure', warning: 'warning', notice: 'notice' } as const;

/** A check run takes annotations only at a place in a file, and columns only within one line. */
function placedOn({ level, title: head, message, file, ...at }: Annotation) {
  if (file === undefined || at.startLine === undefined) return undefined;
  const last = at.endLine ?? at.startLine;
  const columns =
    last === at.startLine && at.startColumn !== undefined && at.endColumn !== undefined
      ? { start_column: at.startColumn, end_column: at.endColumn }
      : {};
  return {
    path: file.replace(/^\.\//, ''),
    start_line: at.startLine,
    end_line: last,
    ...columns,
    annotation_level: levels[level],
    title: head.slice(0, 255),
    message,
  };
}
