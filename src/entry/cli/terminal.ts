import { clearLine, cursorTo } from 'node:readline';
import type { StageReport } from '../../domain/report.js';
import type { StageName } from '../../domain/stage.js';
import type { Verdict } from '../../domain/verdict.js';
import type { Level, Sink } from '../stage-logs.js';

const titles: Readonly<Record<StageName, string>> = {
  lint: 'judge the manifests before there is a cluster',
  provision: 'create an ephemeral cluster and see that it works',
  deploy: 'put the service into it and follow its rollout',
  redis: 'bring up the Redis Cluster and verify it from every node',
  load: 'prove by load that autoscaling works, up and down',
  promote: 'judge the evidence',
};

const marks: Readonly<Record<Verdict, readonly [mark: string, style: string]>> = {
  pass: ['✓', '32'],
  fail: ['✗', '31'],
  inconclusive: ['?', '33'],
};

/** Text for people. On a terminal the newest progress line replaces the one before; elsewhere each is a line. */
export function terminalSink(
  out: NodeJS.WriteStream,
  { verbose, color }: { readonly verbose: boolean; readonly color: boolean },
): Sink {
  const style = (code: string, text: string): string => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
  let transient = false;
  const clear = (): void => {
    if (transient) {
      clearLine(out, 0);
      cursorTo(out, 0);
    }
    transient = false;
  };
  const print = (text: string): void => {
    clear();
    out.write(`${text}\n`);
  };
  return {
    open: (stage) => print(`${style('1', `▸ ${stage}`)} · ${titles[stage]}`),
    line(level: Level, text: string): void {
      if (level === 'debug' && !verbose) return;
      const indented = `    ${text}`;
      if (level !== 'progress' || !out.isTTY) {
        print(level === 'info' ? indented : style(level === 'warn' ? '33' : '2', indented));
        return;
      }
      clear();
      out.write(style('2', indented.slice(0, Math.max(20, out.columns - 1))));
      transient = true;
    },
    close: (report) => print(closing(report, style)),
  };
}

function closing(
  { stage, verdict, durationMs, evidence, error }: StageReport,
  style: (code: string, text: string) => string,
): string {
  const [mark, code] = marks[verdict];
  const passed = evidence.filter((one) => one.verdict === 'pass').length;
  const head = style(code, `${mark} ${stage} ${verdict}`);
  const lines = [`${head} in ${(durationMs / 1000).toFixed(1)} s, ${passed} of ${evidence.length} claims observed`];
  for (const one of evidence.filter((other) => other.verdict !== 'pass')) {
    lines.push(
      `    ${style(code, one.verdict)}: ${one.claim}: ${one.observed}`,
      ...(one.remedy === undefined ? [] : [`    what to do: ${one.remedy}`]),
    );
  }
  if (error !== undefined)
    lines.push(`    ${style(code, error.code)}: ${error.message}`, `    what to do: ${error.hint}`);
  return lines.join('\n');
}
