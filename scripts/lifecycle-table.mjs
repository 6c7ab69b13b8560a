/**
 * Makes src/manifests/schema/lifecycle.ts from the generated lifecycle files of the Go module k8s.io/api:
 * `node scripts/lifecycle-table.mjs FOLDER…`, older versions first: newer ones have dropped some APIs. APIs of other modules, and of versions before those files, are listed here
 * by hand, from the deprecation guide of kubernetes.io.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const byHand = [
  'apiextensions.k8s.io/v1beta1/CustomResourceDefinition 7 16 22 apiextensions.k8s.io/v1/CustomResourceDefinition',
  'apiregistration.k8s.io/v1beta1/APIService 10 19 22 apiregistration.k8s.io/v1/APIService',
  'autoscaling/v2alpha1/HorizontalPodAutoscaler 5 7 8 autoscaling/v2/HorizontalPodAutoscaler',
  'batch/v2alpha1/CronJob 4 8 21 batch/v1/CronJob',
  'rbac.authorization.k8s.io/v1alpha1/ClusterRole 5 17 22 rbac.authorization.k8s.io/v1/ClusterRole',
  'rbac.authorization.k8s.io/v1alpha1/ClusterRoleBinding 5 17 22 rbac.authorization.k8s.io/v1/ClusterRoleBinding',
  'rbac.authorization.k8s.io/v1alpha1/Role 5 17 22 rbac.authorization.k8s.io/v1/Role',
  'rbac.authorization.k8s.io/v1alpha1/RoleBinding 5 17 22 rbac.authorization.k8s.io/v1/RoleBinding',
  'scheduling.k8s.io/v1alpha1/PriorityClass 8 14 22 scheduling.k8s.io/v1/PriorityClass',
  'settings.k8s.io/v1alpha1/PodPreset 6 19 20 -',
];

const folders = process.argv.slice(2);
const rows = new Map(byHand.map((row) => [row.split(' ')[0], row]));

function minor(text, kind, name) {
  const found = new RegExp(`func \\(in \\*${kind}\\) ${name}\\(\\)[^{]*\\{\\s*return 1, (\\d+)`).exec(text);
  return found === null ? undefined : found[1];
}

for (const [folder, file] of folders.flatMap((one) =>
  readdirSync(one, { recursive: true, encoding: 'utf8' }).map((name) => [one, name]),
)) {
  if (path.basename(file) !== 'zz_generated.prerelease-lifecycle.go') continue;
  const text = readFileSync(path.join(folder, file), 'utf8');
  const [directory, version] = file.split(path.sep);
  const group = /GroupName = "([^"]*)"/.exec(
    readFileSync(path.join(folder, directory, version, 'register.go'), 'utf8'),
  )?.[1];
  for (const [, kind] of text.matchAll(/func \(in \*(\w+)\) APILifecycleIntroduced/g)) {
    if (kind.endsWith('List') || kind.endsWith('Options')) continue;
    const removed = minor(text, kind, 'APILifecycleRemoved');
    const deprecated = minor(text, kind, 'APILifecycleDeprecated');
    const found = new RegExp(
      `func \\(in \\*${kind}\\) APILifecycleReplacement.*?Group: "([^"]*)", Version: "([^"]*)", Kind: "([^"]*)"`,
      's',
    ).exec(text);
    const own =
      found !== null && text.slice(text.indexOf(`func (in *${kind}) APILifecycleReplacement`)).startsWith(found[0]);
    const replacement = own ? found.slice(1).join('/') : '-';
    const id = `${group}/${version}/${kind}`;
    rows.set(
      id,
      `${id} ${minor(text, kind, 'APILifecycleIntroduced') ?? 0} ${deprecated ?? 0} ${removed ?? 0} ${replacement}`,
    );
  }
}
const lines = [...rows.values()].sort();
writeFileSync(
  'src/manifests/schema/lifecycle.ts',
  '/** Made by scripts/lifecycle-table.mjs from k8s.io/api. `group/version/Kind introduced deprecated removed replacement`, minors of Kubernetes 1. */\n' +
    `export const lifecycle = \`\n${lines.join('\n')}\n\`;\n`,
);
console.log(`${lines.length} kinds`);
