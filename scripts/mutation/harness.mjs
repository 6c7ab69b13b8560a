// Stands in for @jest/globals: collects tests as functions that can be run again and again in one process.
export { expect } from 'expect';

/** Tests in the order of their files; `file` is set by whoever imports them. */
export const registry = { file: '', tests: [] };

let suite = { parent: undefined, before: [], after: [], beforeAll: [], afterAll: [] };

const titled = (name, row) => {
  const values = Array.isArray(row) ? row : [row];
  let index = 0;
  return String(name)
    .replaceAll(/\$(\w+)/g, (whole, key) => (row?.[key] === undefined ? whole : String(row[key])))
    .replaceAll(/%[sdifjop#]/g, () => String(values[index++]));
};

const each = (declare) => (rows) => (name, body, timeout) => {
  for (const row of rows) declare(titled(name, row), () => (Array.isArray(row) ? body(...row) : body(row)), timeout);
};

export function describe(_, body) {
  const outer = suite;
  suite = { parent: outer, before: [], after: [], beforeAll: [], afterAll: [] };
  body();
  suite = outer;
}
describe.each = (rows) => (name, body) => {
  for (const row of rows) describe(titled(name, row), () => (Array.isArray(row) ? body(...row) : body(row)));
};
describe.skip = Object.assign(() => undefined, { each: () => () => undefined });

export function test(name, body) {
  registry.tests.push({ file: registry.file, name, body, suite });
}
test.each = each(test);
test.skip = Object.assign(() => undefined, { each: () => () => undefined });
test.todo = () => undefined;
export const it = test;
export const beforeEach = (body) => suite.before.push(body);
export const afterEach = (body) => suite.after.push(body);
export const beforeAll = (body) => suite.beforeAll.push(body);
export const afterAll = (body) => suite.afterAll.push(body);

const chain = (one) => (one === undefined ? [] : [...chain(one.parent), one]);

/** Runs one test with everything around it; the error that it ended with, or undefined. */
export async function outcomeOf({ body, suite: own }, deadlineMs) {
  const around = chain(own);
  let timer;
  const late = new Promise((_, reject) => {
    const begun = performance.eventLoopUtilization();
    // On a busy machine much time goes by without us: only who had nothing to do waits for what never comes.
    const look = (again) => {
      const { idle } = performance.eventLoopUtilization(begun);
      if (idle < deadlineMs / 2 && again > 0) timer = setTimeout(look, deadlineMs, again - 1);
      else reject(new Error(`not over after ${deadlineMs} ms`));
    };
    timer = setTimeout(look, deadlineMs, 20);
  });
  const play = async () => {
    for (const { beforeAll: all } of around) for (const hook of all) await hook();
    for (const { before } of around) for (const hook of before) await hook();
    try {
      await body();
    } finally {
      for (const { after } of around.toReversed()) for (const hook of after) await hook();
      for (const { afterAll: all } of around.toReversed()) for (const hook of all) await hook();
    }
  };
  try {
    await Promise.race([play(), late]);
    return undefined;
  } catch (error) {
    return error ?? new Error('it threw nothing');
  } finally {
    clearTimeout(timer);
  }
}
