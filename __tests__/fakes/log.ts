import type { Log } from '../../src/ports/log.js';

/** A log that remembers. */
export class FakeLog implements Log {
  readonly lines: { readonly level: 'info' | 'warn' | 'debug' | 'progress'; readonly line: string }[] = [];

  info(line: string): void {
    this.lines.push({ level: 'info', line });
  }

  warn(line: string): void {
    this.lines.push({ level: 'warn', line });
  }

  debug(line: string): void {
    this.lines.push({ level: 'debug', line });
  }

  progress(line: string): void {
    this.lines.push({ level: 'progress', line });
  }

  get text(): string {
    return this.lines.map(({ line }) => line).join('\n');
  }
}
