/** Groups of children that run right now; they end with us, whatever way we end in. */
const living = new Set<number>();
let watching = false;

/** Registers the group of a child that was started detached, so that it leads a group of its own. */
export function adoptGroup(pid: number): void {
  living.add(pid);
  if (watching) return;
  watching = true;
  process.on('exit', () => {
    for (const group of living) signalGroup(group, 'SIGKILL');
  });
}

export function forgetGroup(pid: number): void {
  living.delete(pid);
}

/** True when somebody of the group was there to hear it. */
export function signalGroup(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}
