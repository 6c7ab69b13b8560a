import type { Rule } from '../rule.js';
import { probePortMissing } from '../rules/probe-port-missing.js';
import { probePortUndeclared } from '../rules/probe-port-undeclared.js';
import { routeDuplicate } from '../rules/route-duplicate.js';
import { routeGatewayMissing } from '../rules/route-gateway-missing.js';
import { routeGrantMissing } from '../rules/route-grant-missing.js';
import { routeHeadlessMissing } from '../rules/route-headless-missing.js';
import { routeMixedPods } from '../rules/route-mixed-pods.js';
import { routeNetworkPolicy } from '../rules/route-network-policy.js';
import { routeNoPods } from '../rules/route-no-pods.js';
import { routePortMissing } from '../rules/route-port-missing.js';
import { routeServiceMissing } from '../rules/route-service-missing.js';
import { routeTargetPort } from '../rules/route-target-port.js';
import { routeTlsHost } from '../rules/route-tls-host.js';

export const routesRules: readonly Rule[] = [
  probePortMissing,
  probePortUndeclared,
  routeDuplicate,
  routeGatewayMissing,
  routeGrantMissing,
  routeHeadlessMissing,
  routeMixedPods,
  routeNetworkPolicy,
  routeNoPods,
  routePortMissing,
  routeServiceMissing,
  routeTargetPort,
  routeTlsHost,
];
