/** One stage's log. One line per event, none per poll; the door decides how it looks and sanitises what is foreign. */
export interface Log {
  info(line: string): void;
  warn(line: string): void;
  /** For people who look for a fault; shown on request. */
  debug(line: string): void;
  /** What is being waited for; a terminal shows the newest only, a workflow log every line. */
  progress(line: string): void;
}
