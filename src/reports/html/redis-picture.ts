import type { RedisData, RedisNodeData } from '../../domain/report-data.js';
import { html, type Markup } from './markup.js';

const column = 340;
const perRow = 3;

/** The shards side by side: a primary with its slots, and under it its replicas. */
export function redisFigure({ topology, nodes, measured }: RedisData): Markup {
  const { shards, replicasPerShard } = topology;
  const sum = `${shards} shards × (1 primary + ${replicasPerShard} replicas) = ${shards * (1 + replicasPerShard)} nodes`;
  const groups = [...new Set(nodes.map(({ shard }) => shard))].sort((a, b) => a - b).slice(0, 24);
  const deepest = Math.max(0, ...groups.map((shard) => replicasOf(nodes, shard).length));
  const rowHeight = 130 + 34 * Math.min(deepest, 8);
  const [columns, rows] = [Math.max(1, Math.min(perRow, groups.length)), Math.ceil(groups.length / perRow)];
  const ill = nodes.filter(({ healthy }) => !healthy).length;
  const health = ill === 0 ? 'all healthy' : `${ill} not healthy`;
  return html`<div class="card"><p>${sum}; ${nodes.length} seen, ${health}</p><div class="scroll">
<svg viewBox="0 0 ${columns * column} ${Math.max(1, rows) * rowHeight}" role="img" aria-labelledby="rd-t rd-d" style="max-width:${columns * column}px;min-width:${Math.min(columns * column, 640)}px">
<title id="rd-t">Redis Cluster topology</title><desc id="rd-d">${sum}; ${nodes.length} seen, ${health}. The table below names each node.</desc>
${groups.map((shard, i) => shardPicture(nodes, shard, (i % perRow) * column, Math.floor(i / perRow) * rowHeight))}
</svg></div>${figures(measured)}${asTable(nodes)}</div>`;
}

const replicasOf = (nodes: readonly RedisNodeData[], shard: number): readonly RedisNodeData[] =>
  nodes.filter((node) => node.shard === shard && node.role === 'replica');

const short = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 1)}…` : text);

function shardPicture(nodes: readonly RedisNodeData[], shard: number, x: number, y: number): Markup {
  const primary = nodes.find((node) => node.shard === shard && node.role === 'primary');
  const replicas = replicasOf(nodes, shard).slice(0, 8);
  return html`<g transform="translate(${x} ${y})"><text class="strong" x="8" y="16">shard ${shard}</text>
${replicas.map((_, i) => html`<path class="link" fill="none" d="M36 58V${116 + 34 * i}H60"/>`)}
<circle class="${primary?.healthy ? 'n-primary' : 'n-ill'}" cx="36" cy="50" r="20"/><text class="${primary?.healthy ? 'on' : 'ink'}" x="36" y="54" text-anchor="middle">P</text>
<text class="ink" x="66" y="47">${short(primary?.name ?? 'no primary', 36)}</text><text x="66" y="63">${short(primary?.slots ?? '', 40)}</text>
${replicas.map((node, i) => replicaPicture(node, 116 + 34 * i))}</g>`;
}

function replicaPicture({ name, host, healthy }: RedisNodeData, y: number): Markup {
  return html`<circle class="${healthy ? 'n-replica' : 'n-ill'}" cx="70" cy="${y}" r="10"/><text class="ink" x="88" y="${y}">${short(name, 34)}</text><text x="88" y="${y + 14}">${short(host ?? '', 30)}${healthy ? '' : ' · not healthy'}</text>`;
}

function figures(measured: RedisData['measured']): Markup {
  const rows = Object.entries(measured).map(
    ([name, value]) => html`<tr><td>${name}</td><td class="n">${value}</td></tr>`,
  );
  return html`<table><tbody>${rows}</tbody></table>`;
}

function asTable(nodes: readonly RedisNodeData[]): Markup {
  return html`<details><summary>Every node as a table</summary><div class="scroll"><table>
<thead><tr><th>node</th><th>shard</th><th>role</th><th>slots</th><th>runs on</th><th>healthy</th></tr></thead><tbody>${nodes.map(
    ({ name, shard, role, slots, host, healthy }) =>
      html`<tr><td>${name}</td><td>${shard}</td><td>${role}</td><td>${slots}</td><td>${host ?? ''}</td><td>${healthy ? 'yes' : 'no'}</td></tr>`,
  )}</tbody></table></div></details>`;
}
