import type { Publication } from '../../ports/publisher.js';
import type { Api } from './api.js';
import type { Place } from './place.js';

/**
 * Brings the one comment of this gate up to date, or writes it.
 *
 * @returns address of the comment; undefined where there is no pull request.
 */
export async function keepComment(
  api: Api,
  place: Place,
  { marker, body }: NonNullable<Publication['comment']>,
): Promise<string | undefined> {
  const issue = place.pullRequest ?? (await pullRequestOf(api, place));
  if (issue === undefined) return undefined;
  const old = await ownComment(api, issue, marker);
  const { data } =
    old === undefined
      ? await api.rest.issues.createComment({ ...api.base, issue_number: issue, body })
      : await api.rest.issues.updateComment({ ...api.base, comment_id: old, body });
  return data.html_url;
}

/**
 * The open pull request whose head is the commit that this event tells of. It is asked of GitHub, never taken from an
 * artifact: what a fork uploads may name any number.
 */
async function pullRequestOf({ rest, base }: Api, { from, sha }: Place): Promise<number | undefined> {
  if (from === undefined) return undefined;
  const { data } = await rest.pulls.list({ ...base, state: 'open', head: `${from.owner}:${from.branch}` });
  return data.find(({ head }) => head.sha === sha)?.number;
}

/** Somebody may write our marker into a comment of theirs; only one of our own is ever changed. */
async function ownComment(api: Api, issue: number, marker: string): Promise<number | undefined> {
  const comments = await api.paginate(api.rest.issues.listComments, {
    ...api.base,
    issue_number: issue,
    per_page: 100,
  });
  const marked = comments.filter(({ body }) => body?.startsWith(`${marker}\n`));
  if (marked.length === 0) return undefined;
  const login = await ownLogin(api);
  return marked.find(({ user }) => (login === undefined ? user?.type === 'Bot' : user?.login === login))?.id;
}

/** Login of the token; undefined for a job's own token, which may not ask, and writes as a bot. */
async function ownLogin({ rest, base }: Api): Promise<string | undefined> {
  try {
    return (await rest.users.getAuthenticated({ request: base.request })).data.login;
  } catch {
    return undefined;
  }
}
