/** Mutants that do the same as the source, each with the reason; they count neither way. */
export const equivalent = [];
