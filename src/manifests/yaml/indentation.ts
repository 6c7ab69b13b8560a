/** The columns of the open block collections. */
export class Indentation {
  /** Column of the innermost one; -1 at the root. */
  column = -1;
  readonly #outer: number[] = [];

  get depth(): number {
    return this.#outer.length;
  }

  /** Opens a collection if the column is deeper than what is open. */
  open(column: number): boolean {
    if (this.column >= column) return false;
    this.#outer.push(this.column);
    this.column = column;
    return true;
  }

  /** Closes the innermost collection if it is deeper than the column. */
  close(column: number): boolean {
    if (this.column <= column) return false;
    this.column = this.#outer.pop() ?? -1;
    return true;
  }
}
