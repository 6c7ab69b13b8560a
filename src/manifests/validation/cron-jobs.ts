import { type At, root } from './at.js';
import { cronFault } from './cron.js';
import type { Faults } from './faults.js';
import { judgeJobSpec } from './jobs.js';
import { judgeMetadata } from './metadata.js';
import { dnsSubdomain } from './names.js';
import { flag, has, number, type Obj, optional, struct, text } from './values.js';

function judgeZone(zone: string, at: At, faults: Faults): void {
  if (zone === '') faults.invalid(at, zone, 'must be absent or not empty');
  else if (
    zone
      .split('/')
      .some((part) => part === '.' || part === '..' || part.startsWith('-') || !/^[A-Za-z.\-_0-9+]{1,14}$/.test(part))
  ) {
    faults.invalid(at, zone, 'is no time zone');
  } else if (zone.toLowerCase() === 'local') faults.invalid(at, zone, 'must be a time zone of the IANA list');
  else if (!isZone(zone)) faults.invalid(at, zone, 'is not in the IANA list of time zones');
}

const small = new Set(['au', 'de', 'es', 'of', 'la']);

/** Go reads time zones from files, whose names have cases; Intl knows the same list and does not care for case. */
function isZone(zone: string): boolean {
  try {
    const known = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
    if (known === zone || zone === 'UTC') return true;
    return !/^[+-]/.test(zone) && zone.split(/[/_-]/).every((part) => /^[A-Z0-9+]/.test(part) || small.has(part));
  } catch {
    return false;
  }
}

export function judgeCronJob(object: Obj, faults: Faults): void {
  judgeMetadata(object, dnsSubdomain, faults);
  const [spec, at] = [struct(object, 'spec'), root.in('spec')];
  const schedule = text(spec, 'schedule');
  if (schedule === '') faults.required(at.in('schedule'));
  else {
    const fault = cronFault(schedule);
    if (fault !== undefined) faults.invalid(at.in('schedule'), schedule, fault);
    if (schedule.includes('TZ'))
      faults.invalid(at.in('schedule'), schedule, 'a time zone belongs to the field timeZone');
  }
  faults.nonNegative(at.in('startingDeadlineSeconds'), number(spec, 'startingDeadlineSeconds'));
  const zone = optional(spec, 'timeZone');
  if (zone !== undefined) judgeZone(zone, at.in('timeZone'), faults);
  const policy = text(spec, 'concurrencyPolicy') || 'Allow';
  faults.oneOf(at.in('concurrencyPolicy'), policy, ['Allow', 'Forbid', 'Replace']);
  const job = struct(struct(spec, 'jobTemplate'), 'spec');
  const here = at.in('jobTemplate').in('spec');
  judgeJobSpec(job, here, faults);
  if (has(job, 'selector')) faults.invalid(here.in('selector'), '', 'is made by the server');
  if (flag(job, 'manualSelector') === true) faults.notSupported(here.in('manualSelector'), true, ['nil', 'false']);
  for (const name of ['successfulJobsHistoryLimit', 'failedJobsHistoryLimit'])
    faults.nonNegative(at.in(name), number(spec, name));
  const metadata = struct(object, 'metadata');
  const name = text(metadata, 'name');
  // A made name is the prefix and five characters.
  const length = name === '' ? Math.min(text(metadata, 'generateName').length, 58) + 5 : name.length;
  if (length > 52) faults.invalid(root.in('metadata').in('name'), name, 'must be no more than 52 characters');
}
