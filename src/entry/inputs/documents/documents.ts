import { errorCodes } from '../../../domain/error.js';
import { stageNames } from '../../../domain/stage.js';
import { table } from '../../../reports/markdown-text.js';
import { outputTable } from '../../../reports/outputs.js';
import { doorOptions, optionTable, sectionNames } from '../table.js';
import { actionFile } from './action-file.js';
import { configSchema } from './config-schema.js';
import { defaultOf, valuesOf } from './wording.js';

/** A file that is made from the tables, wholly or between its markers. */
export interface TableDocument {
  readonly path: string;
  /** The file as it has to be, from the file as it is; the empty text where there is none yet. */
  render(current: string): string;
}

/** All files that `npm run docs` writes, and that a test compares. */
export const tableDocuments: readonly TableDocument[] = [
  { path: 'action.yml', render: () => actionFile('gate') },
  ...stageNames.map((stage) => ({ path: `${stage}/action.yml`, render: () => actionFile(stage) })),
  { path: 'schema/scale-gate.schema.json', render: () => configSchema() },
  { path: 'schema/report.schema.json', render: withErrorCodes },
  { path: 'docs/inputs.md', render: (current) => filled(current, inputTables()) },
  { path: 'docs/reports.md', render: (current) => filled(current, { outputs: outputRows() }) },
];

/** The schema of the report is written by hand, but for the codes, which grow. */
function withErrorCodes(current: string): string {
  const schema = JSON.parse(current);
  schema.$defs.inability.properties.code.enum = errorCodes;
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** Replaces what stands between `<!-- table:NAME -->` and `<!-- /table -->`; a marker without a table is a fault of ours. */
function filled(current: string, tables: Readonly<Record<string, string>>): string {
  return current.replace(
    /(<!-- table:(\S+) -->\n)[\s\S]*?(<!-- \/table -->)/g,
    (_, head: string, name: string, end: string) => {
      const rows = tables[name];
      if (rows === undefined)
        throw new Error(`no table is called ${name}; there are ${Object.keys(tables).join(', ')}`);
      return `${head}\n${rows}\n\n${end}`;
    },
  );
}

/** One line of a cell; a bar would end the cell. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

function inputTables(): Readonly<Record<string, string>> {
  const rows = (section: string): string =>
    table(
      ['option', 'what it says', 'values', 'default'],
      optionTable
        .filter(({ path }) => (path.length === 1 ? 'gate' : path[0]) === section)
        .map((row) => [
          `\`${row.name}\``,
          cell(row.description),
          cell(valuesOf(row.kind)),
          shownDefault(defaultOf(row)),
        ]),
    );
  const doors = table(
    ['input', 'what it says', 'default'],
    doorOptions.map(({ name, description, default: value }) => [`\`${name}\``, cell(description), shownDefault(value)]),
  );
  return { door: doors, ...Object.fromEntries(['gate', ...sectionNames].map((name) => [name, rows(name)])) };
}

const shownDefault = (value: string | undefined): string => (value === undefined ? '' : `\`${value}\``);

function outputRows(): string {
  return table(
    ['output', 'what it holds'],
    outputTable.map(({ name, description }) => [`\`${name}\``, cell(description)]),
  );
}
