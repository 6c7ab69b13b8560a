/** Longer heads are not kept: they are seldom the same, and to copy them costs more than to read them. */
const longest = 1024;

/**
 * The bytes of a connection's last head. A server's next head is mostly the same, but for the second in its date: where
 * it is, nothing has to be read again.
 */
export class LastHead {
  private bytes: Buffer | null = null;
  private length = 0;

  /** Keeps the bytes `from` to `end`; nothing where `from` is negative. */
  keep(buffer: Buffer, from: number, end: number): void {
    this.length = 0;
    if (from < 0 || end - from > longest) return;
    this.bytes ??= Buffer.allocUnsafeSlow(longest);
    buffer.copy(this.bytes, 0, from, end);
    this.length = end - from;
  }

  /** How many bytes it is long where the buffer begins with it; else 0. */
  beginning(buffer: Buffer, available: number): number {
    const { bytes, length } = this;
    if (bytes === null || length === 0 || length > available) return 0;
    for (let at = 0; at < length; at++) if (buffer[at] !== bytes[at]) return 0;
    return length;
  }
}
