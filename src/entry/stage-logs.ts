import type { StageReport } from '../domain/report.js';
import { type StageName, stageNames } from '../domain/stage.js';
import type { Watcher } from '../pipeline.js';
import type { Log } from '../ports/log.js';

export type Level = 'info' | 'warn' | 'debug' | 'progress';

/** Where a log ends: a terminal, a workflow. Lines come stage by stage. */
export interface Sink {
  open(stage: StageName): void;
  line(level: Level, text: string): void;
  close(report: StageReport): void;
}

interface Chapter {
  readonly lines: { readonly level: Level; readonly text: string }[];
  report?: StageReport;
}

/**
 * Stages run side by side, and their logs are read one after the other: the first stage that is under way is printed
 * as it happens, the others are kept until it is their turn.
 */
export class StageLogs implements Watcher {
  readonly #sink: Sink;
  readonly #clean: (line: string) => string;
  readonly #chapters = new Map<StageName, Chapter>();
  #open: StageName | undefined;

  /** `clean` makes a line fit to be seen: no secret, nothing that a terminal or a runner takes for a command. */
  constructor(sink: Sink, clean: (line: string) => string) {
    this.#sink = sink;
    this.#clean = clean;
  }

  log(stage: StageName): Log {
    const write = (level: Level) => (text: string) => this.#write(stage, level, text);
    return { info: write('info'), warn: write('warn'), debug: write('debug'), progress: write('progress') };
  }

  begin(stage: StageName): void {
    this.#chapters.set(stage, { lines: [] });
    this.#turn();
  }

  end(report: StageReport): void {
    const chapter = this.#chapters.get(report.stage);
    if (chapter === undefined) return;
    chapter.report = mapText(report, this.#clean);
    this.#turn();
  }

  #write(stage: StageName, level: Level, line: string): void {
    const text = this.#clean(line);
    const chapter = this.#chapters.get(stage);
    if (chapter === undefined) return;
    if (this.#open === stage) this.#sink.line(level, text);
    // What was waited for is of no interest once it is over.
    else if (level !== 'progress') chapter.lines.push({ level, text });
  }

  /** Closes the stage that is printed when it is over, and opens the next one that is under way. */
  #turn(): void {
    for (;;) {
      const current = this.#open === undefined ? undefined : this.#chapters.get(this.#open);
      if (current !== undefined && current.report === undefined) return;
      if (current?.report !== undefined) this.#close(current.report);
      const next = stageNames.find((name) => this.#chapters.has(name));
      if (next === undefined) return;
      this.#open = next;
      this.#sink.open(next);
      for (const { level, text } of this.#chapters.get(next)?.lines ?? []) this.#sink.line(level, text);
    }
  }

  #close(report: StageReport): void {
    this.#sink.close(report);
    this.#chapters.delete(report.stage);
    this.#open = undefined;
  }
}

/** Every text of a report through `clean`: claims and observations name foreign objects. */
function mapText(report: StageReport, clean: (line: string) => string): StageReport {
  const map = (value: unknown): unknown => {
    if (typeof value === 'string') return value.split('\n').map(clean).join('\n');
    if (Array.isArray(value)) return value.map(map);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, map(inner)]));
  };
  const { data: _, ...said } = report;
  return map(said) as StageReport;
}
