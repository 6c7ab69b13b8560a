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
  /** Where it is published; asked for only when GitHub itself is asked. */
  readonly place: () => Promise<Place>;
  /** Without one only what the runner itself takes is published: outputs, summary and annotations. */
  readonly token: string | undefined;
  /** Outputs that stand before anything runs. */
  readonly firstOutputs: Readonly<Record<string, string>>;
}

/** One part of a publication that the runner takes. */
interface RunnerPart {
  readonly part: PublicationPart;
  readonly wanted: boolean;
  act(): Promise<string>;
}

/** One part that GitHub is asked for. */
interface ApiPart {
  readonly part: PublicationPart;
  readonly wanted: boolean;
  /** Permission that the token needs. */
  readonly permission: string;
  /** Where it is to be seen; undefined where there was nowhere to put it. */
  act(api: Api, place: Place): Promise<string | undefined>;
}

/** Publishes to a workflow run and its repository. */
export function githubPublisher({ place, token, firstOutputs }: GithubOptions): Publisher {
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
      for (const { part, act } of runnerParts(publication).filter(({ wanted }) => wanted)) {
        published.push(await attempted(part, '', act));
      }
      for (const { part, permission, act } of apiParts(publication).filter(({ wanted }) => wanted)) {
        const ask = async (secret: string): Promise<string | undefined> => {
          const where = await place();
          return act(await apiOf(secret, where, signal), where);
        };
        published.push(token ? await attempted(part, permission, () => ask(token)) : noToken(part));
      }
      return published;
    },
  };
}

const noToken = (part: PublicationPart): Published => ({ part, outcome: 'skipped', detail: 'no token: give `token`' });

async function attempted(
  part: PublicationPart,
  permission: string,
  act: () => Promise<string | undefined>,
): Promise<Published> {
  try {
    const detail = await act();
    return detail === undefined
      ? { part, outcome: 'skipped', detail: 'there is no open pull request for this commit' }
      : { part, outcome: 'done', detail };
  } catch (fault) {
    return { part, outcome: 'failed', detail: describeFailure(fault, permission) };
  }
}

/** What the runner takes from the step itself. */
function runnerParts({ outputs, summary, annotations }: Publication): readonly RunnerPart[] {
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

function apiParts(publication: Publication): readonly ApiPart[] {
  const { comment, checkRun, commitStatus, deployment } = publication;
  return [
    {
      part: 'comment',
      wanted: comment !== undefined,
      permission: 'pull-requests: write',
      act: async (api, place) => comment && keepComment(api, place, comment),
    },
    {
      part: 'check-run',
      wanted: checkRun !== undefined,
      permission: 'checks: write',
      act: (api, { sha }) => publishCheckRun(api, sha, publication),
    },
    {
      part: 'commit-status',
      wanted: commitStatus,
      permission: 'statuses: write',
      act: (api, place) => publishCommitStatus(api, place, publication),
    },
    {
      part: 'deployment-status',
      wanted: deployment !== undefined,
      permission: 'deployments: write',
      act: async (api, place) => deployment && publishDeploymentStatus(api, place, publication, deployment),
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
