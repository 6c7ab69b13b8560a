import type { Pod } from './objects.js';

export interface LogSource {
  readonly name: string;
  readonly path: string;
}

/** Logs of one bundle. A log is the newest of what a container said: the reason stands at its end. */
const most = 80;
const query = { tailLines: '300', limitBytes: '64000', timestamps: 'true' };

/** Where the logs of each container are, and those of its life before where it was restarted. */
export function logSources(pods: readonly Pod[]): readonly LogSource[] {
  return pods.flatMap(logsOf).slice(0, most);
}

function logsOf({ metadata, status }: Pod): readonly LogSource[] {
  const { namespace = 'default', name } = metadata;
  const containers = [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])];
  return containers.flatMap((container) => {
    // Of what never ran there is no log; asking for one is answered by an error.
    if (container.state?.waiting !== undefined && container.restartCount === 0) return [];
    const log = (which: string, extra: Readonly<Record<string, string>>): LogSource => ({
      name: `${namespace}/logs/${name}/${container.name}${which}.log`,
      path: `/api/v1/namespaces/${namespace}/pods/${encodeURIComponent(name)}/log?${new URLSearchParams({ container: container.name, ...query, ...extra })}`,
    });
    return container.restartCount > 0 ? [log('', {}), log('.previous', { previous: 'true' })] : [log('', {})];
  });
}
