/** The faults of torture-faults.mjs: what is done to a cluster or a service, and which verdict is truthful then. */
import { ofTheCluster } from './of-the-cluster.mjs';
import { ofTheHost } from './of-the-host.mjs';
import { ofTheService } from './of-the-service.mjs';

export { soundService } from './sound-service.mjs';
export const faults = [...ofTheHost.slice(0, 1), ...ofTheService, ...ofTheCluster, ...ofTheHost.slice(1)];
