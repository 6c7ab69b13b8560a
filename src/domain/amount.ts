/** `1 node`, `12 nodes`, `0 nodes`; a plural that is more than the singular and an s is given. */
export function amount(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
