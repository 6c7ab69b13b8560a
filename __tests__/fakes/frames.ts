/** What a world shows look after look: each look takes one frame, and the last one stays. */
export class Frames<Frame> {
  #left: readonly Frame[];

  constructor(frames: readonly Frame[]) {
    this.#left = frames;
  }

  /** A frame that is an error is thrown, as by a look that failed. */
  next(): Exclude<Frame, Error> {
    const [first, ...rest] = this.#left;
    if (first === undefined) throw new TypeError('the test scripted no frame');
    if (rest.length > 0) this.#left = rest;
    if (first instanceof Error) throw first;
    return first as Exclude<Frame, Error>;
  }
}
