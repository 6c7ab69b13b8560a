import { boolean, list, pathKind } from '../option.js';

/** Options of `promote:`. */
export const promoteOptions = {
  reports: list<string>(
    pathKind,
    'Files report.json of earlier jobs to decide over. Without it: what this run found out.',
    [],
  ),
  publishOnly: boolean(
    'Publish the verdict of the reports as a comment, and judge nothing: for a run after the run of a fork.',
    false,
  ),
  allowModified: boolean('Promote although something was `modified-for-ci`; the report says what.', true),
  allowDirty: boolean('Promote a checkout whose files differ from its commit.', true),
  commentOnPr: boolean('Keep one comment on the pull request up to date.', false),
  checkRun: boolean('Publish a check run.', false),
  commitStatus: boolean('Publish a commit status.', false),
  deploymentStatus: boolean('Publish a deployment status for the environment.', false),
} as const;
