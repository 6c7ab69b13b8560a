import type { getOctokit } from '@actions/github';
import { sanitisePhrase } from '../../domain/foreign-text.js';
import type { Place } from './place.js';

/** The REST API, bound to one repository. */
export interface Api {
  readonly rest: ReturnType<typeof getOctokit>['rest'];
  readonly paginate: ReturnType<typeof getOctokit>['paginate'];
  /** Owner and repository, and the signal that ends the request. */
  readonly base: { readonly owner: string; readonly repo: string; readonly request: { readonly signal: AbortSignal } };
}

/** Milliseconds that publishing one part may take. */
const partDeadlineMs = 30_000;

/** Loaded only here: a run that asks GitHub nothing does not pay for the client. */
export async function apiOf(token: string, { owner, repo, apiUrl }: Place, signal: AbortSignal): Promise<Api> {
  const { getOctokit } = await import('@actions/github');
  const { rest, paginate } = getOctokit(token, { baseUrl: apiUrl });
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(partDeadlineMs)]);
  return { rest, paginate, base: { owner, repo, request: { signal: deadline } } };
}

/** Why a request failed, with what to do about it. The answer's text is foreign. */
export function describeFailure(error: unknown, permission: string): string {
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : undefined;
  const said = sanitisePhrase(error instanceof Error ? error.message : String(error));
  if (status === 403 || status === 404) {
    return `${status} ${said}: give the job \`permissions: ${permission}\`; a pull request from a fork has no such token`;
  }
  return status === undefined || Number.isNaN(status) ? said : `${status} ${said}`;
}
