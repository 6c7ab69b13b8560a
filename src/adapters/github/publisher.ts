import { error, notice, setOutput, summary as stepSummary, warning } from '@actions/core';
import { GateError } from '../../domain/error.js';
import { sanitise } from '../../domain/foreign-text.js';
import type { Annotation, Publication, PublicationPart, Published, Publisher } from '../../ports/publisher.js';
import { type Api, apiOf, describeFailure } from './api.js';
import { publishCheckRun } from './check-run.js';
import { keepComment } from './comment.js';
import type { Place } from './place.js';
import { publishCommitStatus, publishDeploymentStatus } from './statuses.js';

export interface GithubOptions {
  readonly place: Place;
  /** Without one only what the runner itself takes is published: outputs, summary and annotations. */
  readonly token: string | undefined;
  /** Outputs that stand before anything runs. */
  readonly firstOutputs: Readonly<Record<string, string>>;
  /** Uploads an artifact and tells its name; absent where the host has no store for them. */
  readonly upload?: (artifact: NonNullable<Publication['artifact']>) => Promise<string>;
}

/** One part of a publication: whether it is wanted, what it needs, and how it is done. */
interface Part {
  readonly part: PublicationPart;
  readonly wanted: boolean;
  /** Permission of the job's token; undefined where no token is needed. */
  readonly permission?: string;
  /** Where it is to be seen; undefined where there was nowhere to put it. */
  act(api: Api): Promise<string | undefined>;
}

/** Publishes to a workflow run and its repository. */
export function githubPublisher(options: GithubOptions): Publisher {
  const { place, token, firstOutputs } = options;
  return {
    async begin() {
      try {
        setOutputs(firstOutputs);
      } catch (cause) {
        throw new GateError('PUBLISH_FAILED', `the outputs of the step cannot be written: ${String(cause)}`, {
          hint: 'Look whether the file that GITHUB_OUTPUT names can be written.',
          cause,
        });
      }
    },
    async publish(publication, signal) {
      const published: Published[] = [];
      for (const part of [...runnerParts(publication), ...apiParts(publication, options)]) {
        if (part.wanted) published.push(await attempt(part, token, place, signal));
      }
      return published;
    },
  };
}

async function attempt(part: Part, token: string | undefined, place: Place, signal: AbortSignal): Promise<Published> {
  const { part: name, permission } = part;
  if (permission !== undefined && (token === undefined || token === '')) {
    return { part: name, outcome: 'skipped', detail: 'no token: give `github-token`' };
  }
  try {
    const detail = await part.act(apiOf(token || 'none', place, signal));
    return detail === undefined
      ? { part: name, outcome: 'skipped', detail: 'there is no open pull request for this commit' }
      : { part: name, outcome: 'done', detail };
  } catch (fault) {
    return { part: name, outcome: 'failed', detail: describeFailure(fault, permission ?? 'contents: read') };
  }
}

/** What the runner takes from the step itself. */
function runnerParts({ outputs, summary, annotations }: Publication): readonly Part[] {
  return [
    { part: 'outputs', wanted: true, act: async () => setOutputs(outputs) },
    { part: 'summary', wanted: summary !== undefined, act: async () => writeSummary(summary ?? '') },
    {
      part: 'annotations',
      wanted: annotations.length > 0,
      act: async () => {
        for (const annotation of annotations) annotate(annotation);
        return `${annotations.length} of this step`;
      },
    },
  ];
}

function apiParts(publication: Publication, { place, upload }: GithubOptions): readonly Part[] {
  const { comment, checkRun, commitStatus, deployment, artifact } = publication;
  return [
    {
      part: 'comment',
      wanted: comment !== undefined,
      permission: 'pull-requests: write',
      act: async (api) => (comment === undefined ? undefined : keepComment(api, place, comment)),
    },
    {
      part: 'check-run',
      wanted: checkRun !== undefined,
      permission: 'checks: write',
      act: (api) => publishCheckRun(api, place.sha, publication),
    },
    {
      part: 'commit-status',
      wanted: commitStatus,
      permission: 'statuses: write',
      act: (api) => publishCommitStatus(api, place, publication),
    },
    {
      part: 'deployment-status',
      wanted: deployment !== undefined,
      permission: 'deployments: write',
      act: async (api) => deployment && publishDeploymentStatus(api, place, publication, deployment),
    },
    {
      part: 'artifact',
      wanted: artifact !== undefined && upload !== undefined,
      act: async () => (artifact === undefined ? undefined : upload?.(artifact)),
    },
  ];
}

function setOutputs(outputs: Readonly<Record<string, string>>): string {
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
  return Object.keys(outputs).join(', ');
}

async function writeSummary(summary: string): Promise<string> {
  await stepSummary.addRaw(summary).write({ overwrite: true });
  stepSummary.emptyBuffer();
  return 'the summary of the job';
}

const annotators = { error, warning, notice } as const;

function annotate({ level, message, ...properties }: Annotation): void {
  annotators[level](sanitise(message), properties);
}
