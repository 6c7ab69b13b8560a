/** Runs the gate on one real cluster with one real fault after another. Used by torture.mjs; the faults are in faults/. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { faults, soundService } from './faults/table.mjs';

const cli = path.resolve(process.env.SG_DIST ?? 'dist', 'cli/index.js');
const label = 'io.x-k8s.kind.cluster';
const sh = (program, ...args) =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
const quietly = (program, ...args) => spawnSync(program, args, { encoding: 'utf8', timeout: 60_000 });

/** One kind cluster of ours, made by the gate itself, and a container that another cluster's node could be. */
class Stand {
  constructor() {
    this.root = mkdtempSync(path.join(tmpdir(), 'sg-faults-'));
    this.name = `sgf-${process.pid}`;
    this.node = `${this.name}-control-plane`;
    this.neighbour = `sg-torture-neighbour-${process.pid}`;
  }

  open() {
    const image = sh('docker', 'images', '--format={{.Repository}}:{{.Tag}}', 'kindest/node').split('\n')[0];
    const marks = [`--name=${this.neighbour}`, `--label=${label}=${this.neighbour}`, '--entrypoint=sleep'];
    sh('docker', 'run', '--detach', ...marks, image, 'infinity');
    this.began = sh('docker', 'inspect', '--format={{.State.StartedAt}}', this.neighbour);
    const folder = this.folder('sound', soundService());
    const args = ['provision', folder, '--cluster-name', this.name, '--cluster-keep', '--reports-folder', 'reports'];
    const images = ['ghcr.io/stefanprodan/podinfo:6.9.2', 'docker.io/library/redis:7'];
    const env = this.env(path.join(this.root, 'stand'));
    const made = spawnSync(process.execPath, [cli, ...args, '--cluster-images', images.join(',')], {
      env,
      encoding: 'utf8',
    });
    if (made.status !== 0) throw new Error(`the cluster could not be made:\n${made.stdout}${made.stderr}`);
    this.kubeconfig = path.join(this.root, 'kubeconfig');
    writeFileSync(this.kubeconfig, sh('kind', 'get', 'kubeconfig', '--name', this.name), { mode: 0o600 });
    const port = sh('docker', 'port', this.node).match(/^(?!6443)\d+\/tcp -> 127\.0\.0\.1:(\d+)/m)[1];
    this.ingress = `http://127.0.0.1:${port}`;
    this.kubectl('create', 'namespace', 'neighbour');
    this.kubectl('create', 'configmap', 'precious', '--namespace=neighbour', '--from-literal=a=b');
  }

  close() {
    quietly('kind', 'delete', 'cluster', `--name=${this.name}`, `--kubeconfig=${path.join(this.root, 'deleted')}`);
    quietly('docker', 'rm', '--force', this.neighbour);
    rmSync(this.root, { recursive: true, force: true });
  }

  kubectl(...args) {
    return sh('kubectl', `--kubeconfig=${this.kubeconfig}`, '--request-timeout=20s', ...args);
  }

  apply(...objects) {
    const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
    const args = [`--kubeconfig=${this.kubeconfig}`, 'apply', '--filename=-'];
    execFileSync('kubectl', args, { input: list, stdio: ['pipe', 'ignore', 'pipe'] });
  }

  /** What is done to the node from outside of it: pause, unpause, kill, start, restart. */
  engine(act) {
    return sh('docker', act, this.node);
  }

  inNode(...args) {
    return sh('docker', 'exec', this.node, ...args);
  }

  folder(name, objects) {
    const folder = path.join(this.root, name);
    mkdirSync(path.join(folder, 'k8s'), { recursive: true });
    writeFileSync(path.join(folder, 'k8s', 'all.yaml'), objects.map((each) => JSON.stringify(each)).join('\n---\n'));
    return folder;
  }

  env(state) {
    mkdirSync(path.join(state, 'tmp'), { recursive: true });
    const places = { XDG_STATE_HOME: state, RUNNER_TEMP: state, TMPDIR: path.join(state, 'tmp') };
    return { ...process.env, GITHUB_RUN_ID: '', ...places, NO_COLOR: '1' };
  }

  /** Until everything that a run needs is there again; what does not come back is a fault of the table. */
  async healed() {
    const until = performance.now() + 150_000;
    for (;;) {
      const nodes = quietly(
        'kubectl',
        `--kubeconfig=${this.kubeconfig}`,
        'wait',
        '--for=condition=Ready',
        'nodes',
        '--all',
        '--timeout=5s',
      );
      const args = ['wait', '--for=condition=Available', 'deployments', '--all', '--all-namespaces', '--timeout=5s'];
      const deployments = quietly('kubectl', `--kubeconfig=${this.kubeconfig}`, ...args);
      const metrics = quietly('kubectl', `--kubeconfig=${this.kubeconfig}`, 'top', 'pods', '--namespace=kube-system');
      if ([nodes, deployments, metrics].every(({ status }) => status === 0)) return;
      if (performance.now() > until)
        throw new Error(`the cluster did not recover: ${nodes.stderr}${deployments.stderr}${metrics.stderr}`);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }

  neighbourLives() {
    const looked = quietly('docker', 'inspect', '--format={{.State.StartedAt}} {{.State.Running}}', this.neighbour);
    const inside = quietly(
      'kubectl',
      `--kubeconfig=${this.kubeconfig}`,
      'get',
      'configmap',
      'precious',
      '--namespace=neighbour',
    );
    return looked.stdout.trim() === `${this.began} true` && inside.status === 0;
  }
}

/** One run of the gate: what is done before it, when its output says something, and when its verdict is out. */
async function runOf(fault, stand, state) {
  const namespace = `f-${fault.id}`;
  const folder = stand.folder(`service-${fault.id}`, (fault.objects ?? soundService)(namespace));
  const own = fault.args?.(stand, state) ?? [];
  const access = own.includes('--cluster-kubeconfig') ? [] : ['--cluster-kubeconfig', stand.kubeconfig];
  const attach = [...access, '--cluster-ingress', stand.ingress, '--cluster-timeout', '15s'];
  const place = fault.ownCluster ? ['--cluster-timeout', '90s'] : attach;
  const quick = ['--deploy-timeout', '30s', '--timeout', '3m', '--namespace', namespace];
  // Lint would find some of the faults before there is a cluster.
  const mute = ['redis-exposed', 'route-no-pods', 'route-port-missing'].flatMap((rule) => [
    '--lint-rules',
    `${rule}=off`,
  ]);
  const stages = ['--stages', 'provision,deploy', '--redis-mode', 'off', '--load-profile', 'off'];
  const args = [
    cli,
    'run',
    folder,
    ...quick,
    ...mute,
    ...stages,
    ...place,
    '--reports-folder',
    path.join(state, 'reports'),
    ...own,
  ];
  const env = { ...stand.env(state), ...(fault.env?.(stand, state) ?? {}) };
  const begun = performance.now();
  const launch = fault.launch ?? ((options) => spawn(process.execPath, args, options));
  const child = launch({ env, stdio: ['ignore', 'pipe', 'pipe'], args });
  let [output, verdictAt, struck] = ['', undefined, false];
  const take = (chunk) => {
    output += chunk;
    if (!struck && fault.when?.test(output)) {
      struck = true;
      fault.strike(stand, child);
    }
    // Deletion needs a world that answers; what the verdict took is told by then.
    if (verdictAt === undefined && /^reports: |^✗ /m.test(output)) {
      verdictAt = performance.now();
      heal(fault, stand);
    }
  };
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  const limit = setTimeout(() => child.kill('SIGKILL'), 300_000);
  const code = await new Promise((resolve) => child.once('close', (status, signal) => resolve(signal ?? status)));
  clearTimeout(limit);
  if (verdictAt === undefined) heal(fault, stand);
  const struckWell = fault.when === undefined || struck;
  return { code, output, struck: struckWell, seconds: ((verdictAt ?? performance.now()) - begun) / 1000 };
}

/** May come when there is nothing left to heal. */
function heal(fault, stand) {
  try {
    fault.heal?.(stand);
  } catch (error) {
    console.log(`      ${fault.id} was not healed at first: ${error.message.split('\n')[0]}`);
  }
}

function leftOf(stand, state, namespace) {
  const files = readdirSync(state, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(state, path.join(entry.parentPath, entry.name)))
    .filter((file) => !/^(reports|scale-gate\/journal)\//.test(file));
  const processes = readdirSync('/proc').filter((pid) => {
    try {
      return (
        /^\d+$/.test(pid) &&
        readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`XDG_STATE_HOME=${state}`)
      );
    } catch {
      return false;
    }
  });
  const spaces = stand
    .kubectl('get', 'namespaces', '--output=name')
    .split('\n')
    .filter((name) => name === `namespace/${namespace}`);
  const journals = readdirSync(path.join(state, 'scale-gate', 'journal'), { recursive: true }).map((name) =>
    name.replace(/\.ndjson$/, ''),
  );
  const containers = journals.flatMap((run) =>
    sh('docker', 'ps', '--all', '--quiet', `--filter=label=${label}=${run}`).split('\n').filter(Boolean),
  );
  return [
    ...files.map((file) => `file ${file}`),
    ...processes.map((pid) => `process ${pid}`),
    ...spaces,
    ...containers,
  ];
}

async function round(fault, stand) {
  const state = path.join(stand.root, `state-${fault.id}`);
  for (const folder of ['tmp', 'scale-gate/journal']) mkdirSync(path.join(state, folder), { recursive: true });
  await fault.before?.(stand, state);
  const { code, output, struck, seconds } = await runOf(fault, stand, state);
  await fault.after?.(stand, state);
  await stand.healed();
  const runs = readdirSync(path.join(state, 'scale-gate', 'journal')).map((name) => name.replace(/\.ndjson$/, ''));
  for (const run of runs)
    spawnSync(process.execPath, [cli, 'cleanup', run], { env: stand.env(state), stdio: 'ignore' });
  const left = leftOf(stand, state, `f-${fault.id}`);
  const report = reportIn(state);
  const said = report?.reason ?? /✗ (.*)/.exec(output)?.[1] ?? output.trim().split('\n').at(-1) ?? '';
  const verdict = { 0: 'promote', 1: 'reject', 2: 'inconclusive', 64: 'invalid input' }[code] ?? `ended (${code})`;
  const problems = [
    ...(struck ? [] : ['the fault did not happen']),
    ...(fault.expect.includes(verdict) ? [] : [`${verdict} instead of ${fault.expect.join(' or ')}`]),
    ...(fault.reason === undefined || fault.reason.test(said) || verdict === 'promote'
      ? []
      : [`the reason does not name ${fault.reason}`]),
    ...(seconds <= (fault.seconds ?? 90) ? [] : [`took ${seconds.toFixed(0)} s`]),
    ...left.map((each) => `left: ${each}`),
    ...(stand.neighbourLives() ? [] : ['the neighbour was touched']),
    ...(fault.bundle === false || verdict === 'promote' || report?.diagnostics !== undefined ? [] : ['no diagnostics']),
  ];
  if (problems.length > 0) console.log(output.split('\n').slice(-40).join('\n'));
  return { name: fault.name, verdict, seconds, said, problems, diagnostics: report?.diagnostics !== undefined };
}

function reportIn(state) {
  try {
    return JSON.parse(readFileSync(path.join(state, 'reports', 'report.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

/** `ids` takes some of the faults only. Gives the figure, and a row a fault for docs/reliability.md. */
export async function faultsOnCluster(ids) {
  const chosen = faults.filter(({ id }) => ids.length === 0 || ids.includes(id));
  const stand = new Stand();
  const rows = [];
  try {
    stand.open();
    await stand.healed();
    for (const fault of chosen) {
      const row = await round(fault, stand).catch((error) => ({
        name: fault.name,
        verdict: 'none',
        seconds: 0,
        said: '',
        problems: [error.stack],
      }));
      rows.push(row);
      console.log(
        `  ${row.problems.length === 0 ? '✓' : '✗'} ${row.name}: ${row.verdict} after ${row.seconds.toFixed(0)} s: ${row.said}${row.problems.map((each) => `\n      ${each}`).join('')}`,
      );
    }
  } finally {
    stand.close();
  }
  const wrong = rows.flatMap(({ problems }) => problems);
  const value = `${rows.length} faults on a real cluster: ${wrong.length} problems; each verdict of its class, its reason named, in its time, 0 left, the neighbour untouched`;
  const promised = 'a chosen 30: 0 left behind, 0 wrong verdicts, a second cluster on the host untouched';
  return { name: 'faults on a real cluster', value, promised, holds: wrong.length === 0 && rows.length > 0, rows };
}
