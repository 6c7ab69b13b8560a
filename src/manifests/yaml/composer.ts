import type { Json } from '../manifest.js';
import { Anchors } from './anchors.js';
import type { Composed, Properties } from './composed.js';
import { Directives } from './directives.js';
import { type DoubledKey, Entries } from './entries.js';
import { LateFaults, parserFault } from './fault.js';
import { keyName } from './mapping.js';
import { type Place, Places } from './places.js';
import { scalarValue, taggedValue } from './scalar-value.js';
import { Scanner } from './scanner.js';
import type { Token } from './token.js';

/** Tokens that end a document without content. */
const outside = new Set<string>(['stream-end', 'document-start', 'document-end', 'version', 'tag-directive']);
const endsFlow = (type: string): boolean => type === ',' || type === '}' || type === ']';
const empty = (type: string): boolean => type === '?' || type === ':' || type === 'block-end';

/** Makes plain values out of the first YAML document of a text, as sigs.k8s.io/yaml makes JSON out of it. */
export class Composer {
  readonly #scanner: Scanner;
  readonly #anchors = new Anchors();
  readonly #directives = new Directives();
  readonly #late = new LateFaults();
  readonly #path: (string | number)[] = [];
  readonly #doubled: DoubledKey[] = [];
  #place: Place = 0;

  constructor(text: string, start: number, end: number, json = false) {
    this.#scanner = new Scanner(text, start, end, json);
  }

  compose(): Composed {
    this.#directives.read(this.#scanner);
    const { type, start } = this.#scanner.peek();
    this.#place = start;
    const value = outside.has(type) ? null : this.#node(true, false);
    const place = this.#place;
    this.#scanner.peek();
    if (this.#late.first !== undefined) throw this.#late.first;
    return { value, place, doubled: this.#doubled };
  }

  #properties(): Properties {
    const start = this.#scanner.peek();
    let [anchor, tag]: [string | undefined, string | undefined] = [undefined, undefined];
    for (let token = start; ; token = this.#scanner.peek()) {
      if (token.type === 'anchor' && anchor === undefined) anchor = token.value;
      else if (token.type === 'tag' && tag === undefined) tag = this.#directives.resolve(token, start);
      else return { anchor, tag, start };
      this.#scanner.take();
    }
  }

  #node(block: boolean, indentless: boolean): Json {
    this.#anchors.count();
    const first = this.#scanner.peek();
    if (first.type === 'alias') return this.#alias();
    if (first.type !== 'anchor' && first.type !== 'tag') return this.#content(block, indentless, first, undefined);
    const { anchor, tag, start } = this.#properties();
    if (anchor === undefined) return this.#content(block, indentless, start, tag);
    const named = this.#anchors.open(anchor, start.start);
    const value = this.#content(block, indentless, start, tag);
    this.#anchors.close(named, value, this.#place);
    return value;
  }

  #alias(): Json {
    const token = this.#scanner.take();
    const target = this.#anchors.follow(token);
    if (target === undefined) this.#late.decoding(`anchor '${token.value}' value contains itself`, token);
    this.#place = target?.place ?? token.start;
    return target?.value ?? null;
  }

  #content(block: boolean, indentless: boolean, start: Token, tag: string | undefined): Json {
    const token = this.#scanner.peek();
    switch (token.type) {
      case 'scalar':
        this.#scanner.take();
        this.#place = start.line === token.line ? token.start : start.start;
        return scalarValue(token, tag, this.#late);
      case '[':
        return this.#flowSequence(start);
      case '{':
        return this.#flowMapping(start);
      case '-':
        if (indentless) return this.#sequence(start, true);
        break;
      case 'block-sequence':
        if (block) return this.#sequence(start, false);
        break;
      case 'block-mapping':
        if (block) return this.#mapping(start);
        break;
      default:
    }
    this.#place = start.start;
    if (start !== token) return tag === undefined ? null : taggedValue('', tag, token, this.#late);
    throw parserFault('did not find expected node content', token, start);
  }

  #sequence(start: Token, indentless: boolean): Json {
    const opening = this.#scanner.peek();
    if (!indentless) this.#scanner.take();
    const places = new Places(opening.start, false, undefined);
    const items: Json[] = [];
    for (;;) {
      const token = this.#scanner.peek();
      if (token.type !== '-') {
        if (!indentless && token.type !== 'block-end')
          throw parserFault("did not find expected '-' indicator", token, start);
        if (!indentless) this.#scanner.take();
        break;
      }
      this.#scanner.take();
      const next = this.#scanner.peek().type;
      const nothing = next === '-' || next === 'block-end' || (indentless && empty(next));
      this.#item(places, items, token.start, () => (nothing ? this.#nothing(token.end) : this.#node(true, false)));
    }
    this.#place = places;
    return items;
  }

  #item(places: Places, items: Json[], dash: number, read: () => Json): void {
    this.#path.push(items.length);
    items.push(read());
    this.#path.pop();
    places.keyAt.push(dash);
    places.at.push(this.#place);
  }

  #entries(start: number, flow: boolean): Entries {
    return new Entries(start, flow, this.#path, this.#doubled);
  }

  #nothing(at: number): null {
    this.#place = at;
    return null;
  }

  #mapping(start: Token): Json {
    const opening = this.#scanner.take();
    const entries = this.#entries(opening.start, false);
    for (;;) {
      const token = this.#scanner.peek();
      if (token.type === 'block-end') break;
      if (token.type !== '?') throw parserFault('did not find expected key', token, start);
      this.#scanner.take();
      const next = this.#scanner.peek();
      this.#entry(entries, token, empty(next.type) ? undefined : next, true);
    }
    this.#scanner.take();
    this.#place = entries.places;
    return entries.target;
  }

  /** One `key: value`, from behind the key sign; `first` is the key's first token, undefined where the key is empty. */
  #entry(entries: Entries, sign: Token, first: Token | undefined, block: boolean): void {
    const merges = first?.type === 'scalar' && first.plain && first.value === '<<';
    const key = first === undefined ? null : this.#node(block, block);
    const keyAt = first?.start ?? sign.start;
    const name = merges ? '<<' : this.#keyName(key, first ?? sign);
    this.#path.push(name);
    const value = this.#value(block, sign);
    this.#path.pop();
    const place = this.#place;
    if (!merges) entries.set(name, value, keyAt, place);
    else if (!entries.merge(value, place, keyAt)) {
      this.#late.decoding('map merge requires map or sequence of maps as the value', first);
    }
  }

  #value(block: boolean, sign: Token): Json {
    const colon = this.#scanner.peek();
    if (colon.type !== ':') return this.#nothing(block ? sign.end : colon.start);
    this.#scanner.take();
    const next = this.#scanner.peek();
    const nothing = block ? empty(next.type) : endsFlow(next.type);
    return nothing ? this.#nothing(colon.end) : this.#node(block, block);
  }

  #keyName(key: Json, token: Token): string {
    if (typeof key === 'number') this.#late.forgive(token);
    const name = keyName(key);
    if (name !== undefined) return name;
    if (key === null) this.#late.converting('unsupported map key of type: %!s(<nil>)', token);
    else this.#late.decoding('invalid map key', token);
    return '';
  }

  #flowSequence(start: Token): Json {
    const opening = this.#scanner.take();
    const places = new Places(opening.start, true, undefined);
    const items: Json[] = [];
    while (this.#nextInFlow(items.length === 0, ']', start)) {
      const token = this.#scanner.peek();
      this.#item(places, items, token.start, () => (token.type === '?' ? this.#pair(token) : this.#node(false, false)));
    }
    this.#place = places;
    return items;
  }

  /** `[a: b]`: a mapping of one key, with no braces. */
  #pair(sign: Token): Json {
    this.#scanner.take();
    this.#anchors.count();
    const entries = this.#entries(sign.start, true);
    this.#entry(entries, sign, this.#flowKey(), false);
    this.#place = entries.places;
    return entries.target;
  }

  #flowMapping(start: Token): Json {
    const opening = this.#scanner.take();
    const entries = this.#entries(opening.start, true);
    for (let first = true; this.#nextInFlow(first, '}', start); first = false) {
      const token = this.#scanner.peek();
      if (token.type === '?') {
        this.#scanner.take();
        this.#entry(entries, token, this.#flowKey(), false);
      } else entries.set(this.#keyName(this.#node(false, false), token), null, token.start, token.start);
    }
    this.#place = entries.places;
    return entries.target;
  }

  /** The first token of a key in a flow collection, where there is a key. */
  #flowKey(): Token | undefined {
    const next = this.#scanner.peek();
    return next.type === ':' || endsFlow(next.type) ? undefined : next;
  }

  /** Steps to the next entry of a flow collection; false behind its closing bracket. */
  #nextInFlow(first: boolean, closing: ']' | '}', start: Token): boolean {
    let token = this.#scanner.peek();
    if (token.type !== closing && !first) {
      if (token.type !== ',') throw parserFault(`did not find expected ',' or '${closing}'`, token, start);
      this.#scanner.take();
      token = this.#scanner.peek();
    }
    if (token.type !== closing) return true;
    this.#scanner.take();
    return false;
  }
}
