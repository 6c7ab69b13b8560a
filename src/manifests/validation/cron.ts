interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
}

const months = ['', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const fields: readonly Bounds[] = [
  { min: 0, max: 59 },
  { min: 0, max: 23 },
  { min: 1, max: 31 },
  { min: 1, max: 12, names: months },
  { min: 0, max: 6, names: days },
];
const descriptors = ['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly'];

function valueIn(word: string, { names }: Bounds): number | undefined {
  const named = names?.indexOf(word.toLowerCase()) ?? -1;
  if (named >= 0 && word !== '') return named;
  return /^\+?\d+$/.test(word) ? Number(word) : undefined;
}

function rangeFault(expression: string, bounds: Bounds): string | undefined {
  const [range = '', step, ...tooMany] = expression.split('/');
  const [low = '', high, ...more] = range.split('-');
  if (tooMany.length > 0) return `too many slashes: ${expression}`;
  if (more.length > 0) return `too many hyphens: ${expression}`;
  let [start, end]: [number | undefined, number | undefined] = [bounds.min, bounds.max];
  if (low !== '*' && low !== '?') {
    start = valueIn(low, bounds);
    end = high === undefined ? (step === undefined ? start : bounds.max) : valueIn(high, bounds);
  }
  if (start === undefined || end === undefined) return `not a number: ${expression}`;
  const by = step === undefined ? 1 : /^\+?\d+$/.test(step) ? Number(step) : undefined;
  if (by === undefined) return `not a number: ${expression}`;
  if (start < bounds.min) return `beginning of range (${start}) below minimum (${bounds.min})`;
  if (end > bounds.max) return `end of range (${end}) above maximum (${bounds.max})`;
  if (start > end) return `beginning of range (${start}) beyond end of range (${end})`;
  return by === 0 ? `step of range should be a positive number: ${expression}` : undefined;
}

/** What is wrong with a schedule, as `ParseStandard` of robfig/cron v3 sees it; undefined where nothing is. */
export function cronFault(schedule: string): string | undefined {
  let rest = schedule;
  if (/^(?:CRON_)?TZ=/.test(rest)) {
    const space = rest.indexOf(' ');
    if (space < 0) return 'there is a time zone and no schedule';
    rest = rest.slice(space).trim();
  }
  if (rest.startsWith('@')) {
    if (descriptors.includes(rest)) return undefined;
    return /^@every (?:\+|-)?(?:\d+(?:\.\d*)?(?:ns|us|µs|ms|s|m|h))+$/.test(rest)
      ? undefined
      : `unrecognized descriptor: ${rest}`;
  }
  const words = rest.split(/\s+/).filter((word) => word !== '');
  if (words.length !== 5) return `expected exactly 5 fields, found ${words.length}`;
  for (const [index, word] of words.entries()) {
    for (const expression of word.split(',')) {
      const fault = expression === '' ? undefined : rangeFault(expression, fields[index] as Bounds);
      if (fault !== undefined) return fault;
    }
  }
  return undefined;
}
