import { BitSet } from './bit-set.js';
import { type Labels, type Selector, selects } from './selector.js';

/** What a selector may choose. */
export interface Labelled {
  readonly namespace: string;
  readonly labels: Labels;
}

type Numbers = readonly number[];
const none: Numbers = [];

/** What one selector chooses of one namespace. Two selectors that say the same share it. */
export class Chosen<T> {
  readonly #items: readonly T[];
  readonly #numbers: Numbers | undefined;
  #bits: BitSet | undefined;

  /** @param numbers in order, where they are few */
  constructor(items: readonly T[], numbers: Numbers | undefined, bits?: BitSet) {
    this.#items = items;
    this.#numbers = numbers;
    this.#bits = bits;
  }

  /** Numbers of the items; not to be changed. */
  get bits(): BitSet {
    this.#bits ??= BitSet.of(this.#items.length, this.#numbers ?? none);
    return this.#bits;
  }

  get isEmpty(): boolean {
    return this.#numbers === undefined ? this.bits.isEmpty : this.#numbers.length === 0;
  }

  /** In the order of the input. */
  list(): T[] {
    const numbers = this.#numbers ?? this.bits.numbers();
    return numbers.map((number) => this.#items[number] as T);
  }
}

function keyOf(namespace: string, label: string, value: string): string {
  return `${namespace}\n${label}\n${value}`;
}

function append(lists: Map<string, number[]>, key: string, number: number): void {
  const list = lists.get(key);
  if (list) list.push(number);
  else lists.set(key, [number]);
}

/**
 * Things with labels, by namespace and by each label pair. A selector is asked of the few things that have its rarest pair,
 * or, where all of its pairs are common, of 32 things at once.
 */
export class LabelIndex<T extends Labelled> {
  readonly items: readonly T[];
  readonly #number = new Map<T, number>();
  readonly #ofNamespace = new Map<string, number[]>();
  readonly #ofPair = new Map<string, number[]>();
  /** By namespace and name of a label; made when somebody asks. */
  #ofLabel: Map<string, number[]> | undefined;
  readonly #dense = new Map<Numbers, BitSet>();
  readonly #chosen = new Map<string, Chosen<T>>();
  readonly #nothing: Chosen<T>;

  constructor(items: readonly T[]) {
    this.items = items;
    this.#nothing = new Chosen(items, none);
    for (const [number, item] of items.entries()) {
      this.#number.set(item, number);
      append(this.#ofNamespace, item.namespace, number);
      for (const [label, value] of item.labels) append(this.#ofPair, keyOf(item.namespace, label, value), number);
    }
  }

  /** Its place in the order of the input. */
  numberOf(item: T): number | undefined {
    return this.#number.get(item);
  }

  /** The set of those that pass. */
  where(test: (item: T) => boolean): BitSet {
    const set = new BitSet(this.items.length);
    for (const [number, item] of this.items.entries()) if (test(item)) set.add(number);
    return set;
  }

  chosen(namespace: string, selector: Selector): Chosen<T> {
    const { matchLabels, requirements } = selector;
    const said = requirements.map(({ key, operator, values }) => [key, operator, ...values]);
    const key = JSON.stringify([namespace, ...matchLabels, said]);
    const known = this.#chosen.get(key);
    if (known !== undefined) return known;
    const chosen = this.#choose(namespace, selector);
    this.#chosen.set(key, chosen);
    return chosen;
  }

  #choose(namespace: string, selector: Selector): Chosen<T> {
    const pairs = [...selector.matchLabels].map(([label, value]) => this.#ofPair.get(keyOf(namespace, label, value)));
    const lists = (pairs.length === 0 ? [this.#ofNamespace.get(namespace)] : pairs).map((list) => list ?? none);
    const rarest = lists.reduce((least, list) => (list.length < least.length ? list : least));
    if (rarest.length === 0) return this.#nothing;
    if (lists.length === 1 && selector.requirements.length === 0) return this.#all(rarest);
    // Fewer than there are words in a set: one by one is less work, and sets of those would take more than their input.
    if (rarest.length <= 32 + this.items.length / 32)
      return new Chosen(
        this.items,
        rarest.filter((number) => selects(selector, this.items[number]?.labels ?? new Map())),
      );
    const bits = this.#bitsOf(rarest).copy();
    for (const list of lists) bits.and(this.#bitsOf(list));
    for (const requirement of selector.requirements) this.#narrow(bits, namespace, requirement);
    return new Chosen(this.items, undefined, bits);
  }

  #all(list: Numbers): Chosen<T> {
    return new Chosen(this.items, list);
  }

  #bitsOf(list: Numbers): BitSet {
    const known = this.#dense.get(list);
    if (known !== undefined) return known;
    const bits = BitSet.of(this.items.length, list);
    this.#dense.set(list, bits);
    return bits;
  }

  #narrow(bits: BitSet, namespace: string, { key, operator, values }: Selector['requirements'][number]): void {
    const byValue = operator === 'In' || operator === 'NotIn';
    const found = new BitSet(this.items.length);
    const lists = byValue
      ? [...values].map((value) => this.#ofPair.get(keyOf(namespace, key, value)) ?? none)
      : [this.holding(namespace, key)];
    for (const list of lists) for (const number of list) found.add(number);
    if (operator === 'In' || operator === 'Exists') bits.and(found);
    else bits.without(found);
  }

  /** Numbers of what has a label, whatever its value. */
  holding(namespace: string, label: string): Numbers {
    this.#ofLabel ??= this.#labels();
    return this.#ofLabel.get(`${namespace}\n${label}`) ?? none;
  }

  #labels(): Map<string, number[]> {
    const lists = new Map<string, number[]>();
    for (const [number, { namespace, labels }] of this.items.entries())
      for (const label of labels.keys()) append(lists, `${namespace}\n${label}`, number);
    return lists;
  }
}

/** For each item the first holder whose choice it is in. */
export function firstHolders<T, Holder>(
  items: readonly T[],
  holders: Iterable<readonly [Holder, Chosen<T>]>,
): ReadonlyMap<T, Holder> {
  const first = new Map<T, Holder>();
  const seen = new BitSet(items.length);
  for (const [holder, chosen] of holders) {
    if (chosen.isEmpty) continue;
    const fresh = chosen.bits.copy().without(seen);
    fresh.find((number) => {
      first.set(items[number] as T, holder);
      return false;
    });
    seen.or(fresh);
  }
  return first;
}
