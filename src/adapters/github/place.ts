import type { context } from '@actions/github';

/** Where a workflow runs: the repository, the commit that the verdict is about, and the run itself. */
export interface Place {
  readonly owner: string;
  readonly repo: string;
  readonly apiUrl: string;
  /** Commit to which checks and statuses belong: the head of a pull request, not its merge with the base. */
  readonly sha: string;
  /** Page of the run. */
  readonly link: string;
  /** The pull request, where the event names it. */
  readonly pullRequest: number | undefined;
  /** Where the event comes from another run: owner and branch by which its pull request is found. */
  readonly from: { readonly owner: string; readonly branch: string } | undefined;
}

type Payload = Readonly<Record<string, unknown>>;

const at = (value: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce((inner: unknown, key) => (isPayload(inner) ? inner[key] : undefined), value);

const isPayload = (value: unknown): value is Payload => typeof value === 'object' && value !== null;

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** The place that an event tells of. The payload is GitHub's own; names in it were chosen by whoever opened the branch. */
export function placeOf({ repo, payload, sha, apiUrl, serverUrl, runId }: typeof context): Place {
  const number = at(payload, 'pull_request', 'number');
  const run = at(payload, 'workflow_run');
  const [owner, branch] = [text(at(run, 'head_repository', 'owner', 'login')), text(at(run, 'head_branch'))];
  return {
    ...repo,
    apiUrl,
    sha: text(at(payload, 'pull_request', 'head', 'sha')) ?? text(at(run, 'head_sha')) ?? sha,
    link: `${serverUrl}/${repo.owner}/${repo.repo}/actions/runs/${runId}`,
    pullRequest: typeof number === 'number' ? number : undefined,
    from: owner === undefined || branch === undefined ? undefined : { owner, branch },
  };
}

/** The place of this run, as its environment and its event tell it. */
export async function currentPlace(): Promise<Place> {
  const { context: current } = await import('@actions/github');
  return placeOf(current);
}
