/** What a command on a machine of the cluster answered. */
export interface MachineAnswer {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command as root on a machine of the cluster; a kind node is a container that `docker exec` reaches. */
export type MachineShell = (machine: string, args: readonly string[], signal: AbortSignal) => Promise<MachineAnswer>;
