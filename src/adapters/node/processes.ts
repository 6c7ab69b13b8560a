import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/** A process that can be told from a later one with the same pid. */
export interface ProcessIdentity {
  readonly pid: number;
  /** What the system says of the start of the process; opaque, compared only. */
  readonly startedAt: string;
  /** Boot and pid namespace: a pid means nothing outside of them. */
  readonly host: string;
}

/** Start of a process as the system tells it: ticks since boot on Linux, `ps` elsewhere; undefined when there is no such process. */
export function processStart(pid: number): string | undefined {
  if (process.platform === 'linux') return linuxStart(pid);
  try {
    const args = ['-o', 'lstart=', '-p', String(pid)];
    return execFileSync('ps', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** Field 22 of /proc/<pid>/stat; the second field is the program in parentheses and may itself hold blanks and parentheses. */
function linuxStart(pid: number): string | undefined {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? undefined : fields[19];
}

export function hostIdentity(): string {
  const boot = read('/proc/sys/kernel/random/boot_id')?.trim() ?? 'unknown';
  try {
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return boot;
  }
}

export function processIdentity(pid: number): ProcessIdentity {
  return { pid, startedAt: processStart(pid) ?? 'unknown', host: hostIdentity() };
}

/**
 * Whether the process still runs. A process of another boot is gone; one of another pid namespace can not be seen from
 * here, and counts as alive.
 */
export function isAlive({ pid, startedAt, host }: ProcessIdentity): boolean {
  const here = hostIdentity();
  const [boot, namespace] = here.split(' ');
  const [itsBoot, itsNamespace] = host.split(' ');
  if (boot !== itsBoot) return false;
  if (namespace !== itsNamespace || startedAt === 'unknown') return true;
  return processStart(pid) === startedAt;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
