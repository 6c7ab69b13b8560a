/**
 * Something that a run made, or is about to make, and must unmake. Plain data: it has to survive into another
 * process, because `post` and `cleanup` are not the process that made it.
 */
export type Owned =
  | { readonly type: 'kind-cluster'; readonly name: string }
  | { readonly type: 'namespace'; readonly name: string; readonly kubeconfig: string; readonly context?: string }
  | { readonly type: 'path'; readonly path: string }
  | {
      readonly type: 'process';
      readonly pid: number /** Start time as the system tells it, so that a reused pid is never killed. */;
      readonly startedAt: string;
    };

/** `type name`, as cleanup prints it. */
export function describeOwned(owned: Owned): string {
  switch (owned.type) {
    case 'path':
      return `path ${owned.path}`;
    case 'process':
      return `process ${owned.pid}`;
    default:
      return `${owned.type} ${owned.name}`;
  }
}
