import { boolean, list, text } from '../option.js';

/** Options of `promote:`. */
export const promoteOptions = {
  reports: list<string>(
    { type: 'text' },
    'Files report.json of earlier jobs to decide over. Without it: what this run found out.',
    [],
  ),
  allowModified: boolean('Promote although something was `modified-for-ci`; the report says what.', true),
  allowDirty: boolean('Promote a checkout whose files differ from its commit.', true),
  commentOnPr: boolean('Keep one comment on the pull request up to date.', false),
  checkRun: boolean('Publish a check run.', false),
  commitStatus: boolean('Publish a commit status.', false),
  deploymentStatus: boolean('Publish a deployment status for the environment.', false),
  artifact: boolean('Upload the reports as an artifact of the run.', false),
  artifactName: text('Name of the artifact. Without it: derived from run, job and attempt.'),
} as const;
