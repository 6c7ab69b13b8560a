import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import path from 'node:path';

/** First executable file of that name. Relative folders of the PATH are passed over: a workspace must not lend us its tools. */
export async function findProgram(program: string, searchPath: string): Promise<string | undefined> {
  const absolute = searchPath.split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  for (const folder of program.includes('/') ? [''] : absolute) {
    const file = path.resolve(folder, program);
    if (await isExecutable(file)) return file;
  }
  return undefined;
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
