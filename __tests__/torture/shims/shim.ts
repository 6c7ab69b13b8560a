/** What a program says when it fails in a way that users know. */
const words: Readonly<Record<string, string>> = {
  'no engine': 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
  'disk full': 'ERROR: failed to create cluster: write /var/lib/docker/tmp/x: no space left on device',
  'port taken': 'ERROR: Bind for 127.0.0.1:80 failed: port is already allocated',
  'no log line': 'ERROR: could not find a log line that matches "Reached target .*Multi-User System.*"',
  'pull refused': 'ERROR: failed to pull image "kindest/node:v1.34.4": pull access denied, toomanyrequests: rate limit',
  'name taken': 'ERROR: node(s) already exist for a cluster with the name "x"',
  'network taken': 'ERROR: invalid pool request: Pool overlaps with other one on this address space',
  'kubeadm failed': 'ERROR: failed to init node with kubeadm: command "docker exec kubeadm init" failed',
  'a command for the runner': '##[set-output name=verdict]promote',
};

export const sayings = Object.keys(words);

/** What a program does to the gate that started it, and whether it goes on with its work afterwards. */
const blows: Readonly<Record<string, string>> = {
  'interrupts the gate': 'kill -INT $PPID; sleep 60',
  'closes the terminal of the gate': 'kill -HUP $PPID; sleep 60',
  // The second signal comes from somebody whom the first does not end.
  'interrupts the gate twice': `env -i PATH="$PATH" setsid sh -c "sleep 0.5; kill -TERM $PPID" </dev/null >/dev/null 2>&1 &
      kill -INT $PPID; sleep 60`,
  'kills the gate, and goes on': 'kill -KILL $PPID; sleep 1',
};

export const endings = Object.keys(blows);

/** The same with a creation that the engine carries out when everybody who asked for it is gone. */
export const lateEndings = ['interrupts the gate, and is made late', 'kills the gate, and is made late'] as const;

/** Seconds that an engine is away when it is restarted. */
const restartSeconds = 4;

/**
 * A program in sh that answers as the real one does over a world of files: a cluster is a file in clusters/. `fault`
 * holds a pattern of calls, what goes wrong with them and whether it lasts; `struck` says that it did.
 */
export function shim(program: string): string {
  const says = Object.entries(words)
    .map(([kind, text]) => `    '${kind}') printf '%s\\n' '${text}' >&2; exit 1 ;;`)
    .join('\n');
  const ends = Object.entries(blows)
    .map(([kind, act]) => `    '${kind}') ${act} ;;`)
    .join('\n');
  // The engine is no child of ours: it has neither our environment nor our group.
  const late = `for name in "$@"; do case "$last" in --name) made=$name ;; esac; last=$name; done
      env -i PATH="$PATH" setsid sh -c "sleep 3; : >'$SG_SHIMS/clusters/$made'" </dev/null >/dev/null 2>&1 &`;
  return `#!/bin/sh
line="${program} $*"
printf '%s\\n' "$line" >>"$SG_SHIMS/calls"
IFS='|' read -r calls kind lasts <"$SG_SHIMS/fault"
matches() { case "$line" in $1) return 0 ;; *) return 1 ;; esac; }
if [ "$kind" = 'engine restarts' ] && { [ -e "$SG_SHIMS/struck" ] || matches "$calls"; }; then
  [ -e "$SG_SHIMS/struck" ] || date +%s >"$SG_SHIMS/struck"
  read -r since <"$SG_SHIMS/struck"
  if [ $(($(date +%s) - since)) -lt ${restartSeconds} ]; then echo '${words['no engine']}' >&2; exit 1; fi
elif [ -n "$calls" ] && matches "$calls" && { [ "$lasts" = lasting ] || [ ! -e "$SG_SHIMS/struck" ]; }; then
  : >"$SG_SHIMS/struck"
  case "$kind" in
${says}
${ends}
    'interrupts the gate, and is made late')
      ${late}
      kill -INT $PPID; sleep 60 ;;
    'kills the gate, and is made late')
      ${late}
      kill -KILL $PPID; kill -KILL $$ ;;
    'fails') echo 'something went wrong' >&2; exit 1 ;;
    'is killed') kill -9 $$ ;;
    'hangs') sleep 60 ;;
    'ignores SIGTERM') trap '' TERM INT; sleep 40 & wait; sleep 40 ;;
    'is slow') sleep 2 ;;
    'prints garbage') printf '\\033[31m{[<%%\\001\\377\\n'; exit 0 ;;
    'prints nothing') exit 0 ;;
    'prints a flood') yes 'all work and no play ::error::x' | head -c 3000000; exit 1 ;;
    'does nothing') exit 0 ;;
  esac
fi
${answers[program] ?? 'exit 0'}
`;
}

const answers: Readonly<Record<string, string>> = {
  docker: `case "$line" in
  'docker version'*) echo 26.1.5 ;;
  'docker image ls'*) echo v1.34.4 ;;
  'docker image inspect'*) echo sha256:aaa ;;
  'docker ps --all'*'{{.State}}'*) for one in $(ls "$SG_SHIMS/clusters"); do printf 'running\\t2020-01-01 00:00:00 +0000 UTC\\n'; done ;;
  'docker ps --all'*) ls "$SG_SHIMS/clusters" ;;
  'docker ps'*) for one in $(ls "$SG_SHIMS/clusters"); do echo "$one-control-plane control-plane"; done ;;
  'docker rm'*) for one in "$@"; do rm -f "$SG_SHIMS/clusters/$one"; done ;;
  'docker save'*) echo image ;;
  'docker exec -i'*) cat >/dev/null ;;
esac
exit 0`,
  kind: `value() { while [ $# -gt 0 ]; do case "$1" in "$want") echo "$2"; return ;; "$want="*) echo "\${1#*=}"; return ;; esac; shift; done; }
want=--name; name=$(value "$@")
case "$line" in
  'kind version'*) echo 0.33.0 ;;
  'kind get clusters'*) ls "$SG_SHIMS/clusters" ;;
  'kind get nodes'*) [ ! -e "$SG_SHIMS/clusters/$name" ] || echo "$name-control-plane" ;;
  'kind delete'*) rm -f "$SG_SHIMS/clusters/$name" ;;
  'kind create'*)
    want=--kubeconfig; file=$(value "$@")
    : >"$SG_SHIMS/clusters/$name"
    grep -o '"*hostPort"*: *[0-9]*' | grep -o '[0-9]*$' | head -n 1 >"$SG_SHIMS/listen"
    while [ ! -e "$SG_SHIMS/listening" ]; do sleep 0.02; done
    sed "s/NAME/kind-$name/g" "$SG_SHIMS/kubeconfig" >"$file" ;;
esac
exit 0`,
};
