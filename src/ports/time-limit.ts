/** Ends work that does not wait, and so can not be told to stop, when its time is over. */
export interface TimeLimit {
  /**
   * What `work` gives. Throws `Overdue` where it takes longer; what it was changing by then is of no use any more, and it may
   * be begun again where the machine had no time for it.
   *
   * @param ms budget on the wall clock
   */
  run<T>(ms: number, work: () => T): T;
}

/** Work was ended because its time was over. */
export class Overdue extends Error {
  override readonly name = 'Overdue';
  readonly ms: number;

  constructor(ms: number) {
    super(`not done after ${ms} ms`);
    this.ms = ms;
  }
}
