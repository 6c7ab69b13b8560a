import type { RedisHosting } from '../../ports/redis-probe.js';

/** Where the scripts, the password and the made configuration are in a node's container. */
export const paths = { scripts: '/scale-gate', auth: '/auth', tls: '/tls', run: '/run/redis', data: '/data' } as const;

/** The same words for Redis and Valkey images; the password goes by environment, where `ps` does not show it. */
const client = `cli=redis-cli
command -v redis-cli >/dev/null 2>&1 || cli=valkey-cli
if [ -s ${paths.auth}/password ]; then REDISCLI_AUTH="$(cat ${paths.auth}/password)"; export REDISCLI_AUTH; fi
tls=
if [ -s ${paths.tls}/ca.crt ]; then tls='--tls --cacert ${paths.tls}/ca.crt --cert ${paths.tls}/tls.crt --key ${paths.tls}/tls.key'; fi
`;

/** The password is written to memory only, quoted as redis.conf wants it. */
const start = `set -eu
umask 077
conf=${paths.run}/redis.conf
cat ${paths.scripts}/redis.conf > "$conf"
echo "cluster-announce-ip $POD_IP" >> "$conf"
if [ -s ${paths.auth}/password ]; then
  password="$(sed 's/[\\\\"]/\\\\&/g' ${paths.auth}/password)"
  printf 'requirepass "%s"\\nmasterauth "%s"\\n' "$password" "$password" >> "$conf"
fi
server=redis-server
command -v redis-server >/dev/null 2>&1 || server=valkey-server
exec "$server" "$conf"
`;

/** Ready is who says that the cluster is whole and, as a replica, follows its primary. Asked each time, kept nowhere. */
const ready = `${client}
seen="$(printf 'CLUSTER INFO\\nINFO replication\\n' | timeout 4 "$cli" $tls 2>&1 | tr -d '\\r')"
case "$seen" in *cluster_state:ok*) ;; *) echo "cluster_state is not ok"; exit 1 ;; esac
case "$seen" in *master_link_status:down*) echo "replication link is down"; exit 1 ;; esac
`;

/** Alive is who answers anything: LOADING and MASTERDOWN are answers, and a restart would only make them last. */
const alive = `${client}
timeout 4 "$cli" $tls ping >/dev/null 2>&1
`;

/** Before a primary stops, a replica takes over: tens of milliseconds in place of the node timeout and more. */
const stop = `${client}
role() { timeout 2 "$cli" $tls role 2>/dev/null | head -n 1 | tr -d '\\r'; }
[ "$(role)" = master ] || exit 0
replicas="$(timeout 2 "$cli" $tls info replication | tr -d '\\r' | sed -n 's/^slave[0-9]*:ip=\\([^,]*\\),port=\\([0-9]*\\),state=online.*/\\1 \\2/p')"
echo "$replicas" | while read -r host port; do
  [ -n "$host" ] || continue
  timeout 2 "$cli" $tls -h "$host" -p "$port" cluster failover >/dev/null 2>&1 || continue
  tries=0
  while [ "$tries" -lt 30 ]; do
    [ "$(role)" = slave ] && exit 0
    sleep 0.1
    tries=$((tries + 1))
  done
done
exit 0
`;

/** One port for clients, in clear or in TLS and never both; the bus and the replication are what clients are. */
function listening({ tls }: RedisHosting): string {
  if (tls === undefined) return 'port 6379';
  const { tls: folder } = paths;
  return `port 0
tls-port 6379
tls-cluster yes
tls-replication yes
tls-auth-clients optional
tls-ca-cert-file ${folder}/ca.crt
tls-cert-file ${folder}/tls.crt
tls-key-file ${folder}/tls.key`;
}

function configuration(hosting: RedisHosting): string {
  const { maxmemory, maxmemoryPolicy, nodeTimeout, requireFullCoverage } = hosting;
  return `${listening(hosting)}
dir ${paths.data}
protected-mode no
cluster-enabled yes
cluster-config-file nodes.conf
cluster-node-timeout ${nodeTimeout}
cluster-require-full-coverage ${requireFullCoverage ? 'yes' : 'no'}
cluster-allow-replica-migration no
appendonly yes
appendfsync everysec
repl-diskless-sync-delay 0
maxmemory ${maxmemory}
maxmemory-policy ${maxmemoryPolicy}
`;
}

/** The files of a node's ConfigMap. */
export function nodeFiles(hosting: RedisHosting): Readonly<Record<string, string>> {
  return {
    'redis.conf': configuration(hosting),
    'start.sh': start,
    'ready.sh': ready,
    'alive.sh': alive,
    'stop.sh': stop,
  };
}
