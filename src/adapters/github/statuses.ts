import type { Publication } from '../../ports/publisher.js';
import type { Api } from './api.js';
import type { Place } from './place.js';

const states = { promote: 'success', reject: 'failure', inconclusive: 'error' } as const;

/** GitHub refuses a longer description. */
const descriptionLimit = 140;

function descriptionOf({ decision, reason }: Publication): string {
  const text = `${decision}: ${reason}`;
  return text.length > descriptionLimit ? `${text.slice(0, descriptionLimit - 1)}…` : text;
}

export async function publishCommitStatus(api: Api, { sha, link }: Place, publication: Publication): Promise<string> {
  await api.rest.repos.createCommitStatus({
    ...api.base,
    sha,
    state: states[publication.decision],
    context: publication.name,
    description: descriptionOf(publication),
    target_url: link,
  });
  return link;
}

/** A deployment for the commit, and its status. The checks of the commit are not asked for: this gate is one of them. */
export async function publishDeploymentStatus(
  api: Api,
  { sha, link }: Place,
  publication: Publication,
  { environment }: NonNullable<Publication['deployment']>,
): Promise<string> {
  const description = descriptionOf(publication);
  const { data } = await api.rest.repos.createDeployment({
    ...api.base,
    ref: sha,
    environment,
    description,
    auto_merge: false,
    required_contexts: [],
    transient_environment: environment === 'preview',
  });
  if (!('id' in data)) throw new Error(`no deployment was made: ${data.message ?? 'GitHub did not say why'}`);
  await api.rest.repos.createDeploymentStatus({
    ...api.base,
    deployment_id: data.id,
    state: states[publication.decision],
    environment,
    description,
    log_url: link,
  });
  return link;
}
