import { boolean, file, list } from '../option.js';

export const reportFormats = ['json', 'html', 'summary', 'junit', 'sarif', 'comment', 'timeline'] as const;

/** Options of `reports:`. */
export const reportsOptions = {
  folder: file('Folder for the report files, relative to the folder of the run.', '.scale-gate/reports'),
  formats: list<(typeof reportFormats)[number]>({ type: 'choice', values: reportFormats }, 'Reports to write.', [
    ...reportFormats,
  ]),
  annotations: boolean('Annotate files in a workflow, at most ten of each severity.', true),
  summary: boolean('Write the job summary of a workflow.', true),
} as const;
