import { parserFault, type YamlFault } from './fault.js';
import type { Scanner } from './scanner.js';
import type { Token } from './token.js';

/** The %YAML and %TAG lines before a document, and what tag handles stand for after them. */
export class Directives {
  readonly #prefixes = new Map([
    ['!', '!'],
    ['!!', 'tag:yaml.org,2002:'],
  ]);
  readonly #seen = new Set<string>();

  /** Takes all tokens up to the content of the document. */
  read(scanner: Scanner): void {
    let token = scanner.peek();
    for (; token.type === 'version' || token.type === 'tag-directive'; token = scanner.peek()) {
      const fault = this.#declare(token);
      if (fault !== undefined) throw fault;
      scanner.take();
    }
    if (token.type === 'document-start') scanner.take();
    else if (this.#seen.size > 0) throw parserFault('did not find expected <document start>', token);
  }

  #declare(token: Token): YamlFault | undefined {
    const name = token.type === 'version' ? '%YAML' : token.value;
    if (token.type === 'version' && token.value !== '1.1')
      return parserFault('found incompatible YAML document', token);
    if (this.#seen.has(name)) return parserFault(`found duplicate ${name} directive`, token);
    this.#seen.add(name);
    if (token.type !== 'version') this.#prefixes.set(token.value, token.suffix);
    return undefined;
  }

  /** A tag in full. */
  resolve(token: Token, context: Token): string {
    if (token.value === '') return token.suffix;
    const prefix = this.#prefixes.get(token.value);
    if (prefix === undefined) throw parserFault('found undefined tag handle', token, context);
    return prefix + token.suffix;
  }
}
