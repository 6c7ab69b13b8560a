import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';

/** What a command is answered with, as RESP has it on the wire; undefined for no answer at all. */
export type Answering = (words: readonly string[]) => string | undefined;

/** A server of the Redis protocol that answers what a test says, and remembers what it was asked. */
export class RespServer {
  readonly asked: string[][] = [];
  connections = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  constructor(answer: Answering) {
    this.#server = createServer((socket) => {
      this.connections++;
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      let rest = '';
      socket.setEncoding('utf8');
      socket.on('data', (chunk: string) => {
        rest += chunk;
        for (let command = take(rest); command !== undefined; command = take(rest)) {
          rest = rest.slice(command.length);
          this.asked.push(command.words);
          const reply = answer(command.words);
          if (reply !== undefined) socket.write(reply);
        }
      });
    });
  }

  async listen(): Promise<number> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

/** The first whole command of a text: an array of bulk strings. */
function take(text: string): { words: string[]; length: number } | undefined {
  const head = /^\*(\d+)\r\n/.exec(text);
  if (head === null) return undefined;
  let at = head[0].length;
  const words: string[] = [];
  for (let n = 0; n < Number(head[1]); n++) {
    const size = /^\$(\d+)\r\n/.exec(text.slice(at));
    if (size === null) return undefined;
    at += size[0].length;
    const end = at + Number(size[1]);
    if (text.length < end + 2) return undefined;
    words.push(text.slice(at, end));
    at = end + 2;
  }
  return { words, length: at };
}
