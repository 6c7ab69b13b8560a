import { asList, asString, dig } from '../../../manifests/graph/json.js';
import type { Finding, WorkloadRule } from '../rule.js';

/** `pkg/kubelet/sysctl/safe_sysctls.go` */
const safe: readonly string[] = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.ping_group_range',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_wmem',
];

export const unsafeSysctl: WorkloadRule = {
  id: 'unsafe-sysctl',
  severity: 'warning',
  requirement: 'containers',
  profile: 'recommended',
  remediation: 'Use sysctls of the safe set, or allow them on the nodes.',
  peers: ['kube-linter/unsafe-sysctls', 'trivy/KSV-0026'],
  visits: 'workload',
  check(workload) {
    return asList(dig(workload.pod, 'securityContext', 'sysctls')).flatMap((one, index): Finding[] => {
      const name = asString(dig(one, 'name')) ?? '';
      if (name === '' || safe.includes(name)) return [];
      const path = [...workload.podPath, 'securityContext', 'sysctls', index, 'name'];
      return [
        {
          on: workload.manifest,
          path,
          message: `sysctl ${name} is not in the safe set: the kubelet refuses its pods (SysctlForbidden)`,
        },
      ];
    });
  },
};
