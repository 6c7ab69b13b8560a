/** What may be read for a run: the checkout, and what a person named. Links are followed before anything is asked. */
export interface Boundary {
  contains(file: string): boolean;
  /** The folders, as messages name them. */
  readonly roots: readonly string[];
}
