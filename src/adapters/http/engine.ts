import { performance } from 'node:perf_hooks';
import type { LoadPlan, LoadResult, LoadSnapshot, Profile } from '../../ports/load-generator.js';
import type { Alarm } from './alarm.js';
import { type Arrivals, arrivals } from './arrivals.js';
import type { Connection, Connections } from './connections.js';
import { Exchange, type ExchangeOwner } from './exchange.js';
import { type HealthMeter, healthMeter } from './health.js';
import { Nap, threadSleep } from './nap.js';
import { emptyTally, type PhaseRecord, phaseRecord } from './phase.js';
import { type Random, randomFrom } from './random.js';
import { type Schedule, schedule } from './schedule.js';
import { type Seconds, secondsOf } from './seconds.js';
import { learn, type Session } from './session.js';
import { type Ticker, type TickerWork, ticker } from './ticker.js';

/** Sends what a plan says when its schedule says, in the thread in which it is made. */
export class Engine implements ExchangeOwner, TickerWork {
  private readonly plan: LoadPlan;
  private readonly random: Random;
  private readonly pool: Connections;
  private readonly arrivals: Arrivals;
  private readonly health: HealthMeter;
  private readonly seconds: Seconds;
  private readonly ticker: Ticker;
  private readonly nap = new Nap(threadSleep());
  private readonly phases: PhaseRecord[] = [];
  /** Unanswered, in the order of their intended times; some of them may still wait for a connection. */
  private readonly flying = new Set<Exchange>();
  private readonly waiting = new Set<Exchange>();
  private current: PhaseRecord | null = null;
  private schedule: Schedule | null = null;
  private nextAt = Number.POSITIVE_INFINITY;
  private reason: string | null = null;

  /** `pool` is the caller's to close; without an `alarm` rare arrivals are waited for by turning the loop. */
  constructor(plan: LoadPlan, pool: Connections, alarm: Alarm | null) {
    this.plan = plan;
    this.random = randomFrom(plan.seed);
    this.pool = pool;
    this.arrivals = arrivals(plan, this.random);
    this.health = healthMeter();
    this.seconds = secondsOf(plan.abort);
    this.ticker = ticker(this, alarm);
  }

  phase(name: string, profile: Profile): void {
    if (this.reason !== null) return;
    const now = performance.now();
    this.due(now);
    const unanswered = this.flying.size;
    this.current?.end(now, unanswered);
    const begun = { inFlight: unanswered - this.waiting.size, unanswered };
    this.current = phaseRecord(name, profile, now, begun);
    this.phases.push(this.current);
    this.schedule = schedule(profile, this.plan.arrivals, this.random);
    this.advance();
    this.ticker.wake(this.schedule.rate(0));
  }

  snapshot(): LoadSnapshot {
    return {
      phase: this.current?.name ?? '',
      durationMs: this.current?.durationMs(performance.now()) ?? 0,
      tally: this.current?.tally() ?? emptyTally,
      ended: this.reason,
    };
  }

  async stop(): Promise<LoadResult> {
    this.due(performance.now());
    this.halt('stopped');
    await this.ticker.until(() => this.flying.size === 0);
    this.ticker.stop();
    const health = this.health.read();
    this.health.stop();
    const now = performance.now();
    const phases = this.phases.map((phase) => phase.result(now));
    return { phases, seconds: this.seconds.list(), health, ended: this.reason ?? 'stopped' };
  }

  next(): number {
    return this.nextAt;
  }

  due(now: number): number {
    let count = 0;
    for (; this.nextAt <= now && this.current !== null; count++) {
      this.arrive(this.current, this.nextAt, now);
      this.advance();
    }
    this.nap.after(count);
    return count;
  }

  each100ms(now: number): void {
    for (const exchange of this.flying) {
      if (now - exchange.intended < this.plan.timeoutMs) break;
      this.waiting.delete(exchange);
      exchange.timeOut();
    }
    this.pool.sweep(now);
  }

  eachSecond(now: number): void {
    const at = performance.timeOrigin + now;
    const why = this.seconds.close(at, this.current?.name ?? '', this.flying.size);
    if (why !== null) this.halt(why);
  }

  again(exchange: Exchange): void {
    const now = performance.now();
    this.release(exchange, now);
    exchange.phase.retried();
    const connection = this.pool.open(now);
    if (connection === null) this.waiting.add(exchange);
    else this.send(exchange, connection, now);
  }

  ended(exchange: Exchange, outcome: number | string): void {
    const end = performance.now();
    this.release(exchange, end);
    this.flying.delete(exchange);
    this.countInFlight(end);
    const good = typeof outcome === 'number' && exchange.step.good(outcome);
    const { intended, bytes } = exchange;
    const sent = exchange.sent || end;
    const pod = this.podOf(exchange);
    exchange.phase.answered({ intended, sent, end, outcome, good, pod, bytes }, this.plan.timeoutMs);
    this.seconds.answered(good, end - intended);
    this.nap.answered(end - sent);
    if (good && exchange.session !== null) this.carryOn(exchange, exchange.session);
    if (this.waiting.size > 0) this.sendWaiting();
  }

  private advance(): void {
    const start = this.current?.startedAt ?? 0;
    this.nextAt = this.schedule === null ? Number.POSITIVE_INFINITY : start + this.schedule.next() * 1000;
  }

  private halt(why: string): void {
    this.reason ??= why;
    this.schedule = null;
    this.advance();
    this.current?.end(performance.now(), this.flying.size);
  }

  private arrive(phase: PhaseRecord, intended: number, now: number): void {
    phase.scheduled();
    this.seconds.scheduled();
    this.health.sendLag.record(now - intended);
    if (this.flying.size >= this.plan.maxInFlight) {
      phase.shed(this.plan.timeoutMs);
      this.seconds.shed();
      return;
    }
    const { step, session } = this.arrivals.next();
    const exchange = new Exchange(this, phase, intended, step, session);
    this.flying.add(exchange);
    const connection = this.waiting.size === 0 ? this.pool.take(now) : null;
    if (connection === null) this.waiting.add(exchange);
    else this.send(exchange, connection, performance.now());
  }

  /** Only what was sent is in flight: service time begins there too. */
  private countInFlight(now: number): void {
    this.current?.inFlight(this.flying.size - this.waiting.size, now);
  }

  private sendWaiting(): void {
    for (const exchange of this.waiting) {
      const now = performance.now();
      const connection = this.pool.take(now);
      if (connection === null) return;
      this.waiting.delete(exchange);
      this.send(exchange, connection, now);
    }
  }

  private send(exchange: Exchange, connection: Connection, now: number): void {
    connection.busy++;
    connection.used++;
    if (exchange.sent === 0) {
      exchange.sent = now;
      exchange.phase.sent(exchange.intended, now);
      this.countInFlight(now);
    }
    exchange.begin(connection);
  }

  private release(exchange: Exchange, now: number): void {
    const { connection } = exchange;
    if (connection === null) return;
    exchange.connection = null;
    connection.busy--;
    this.pool.give(connection, now);
  }

  private podOf({ fields }: Exchange): string | null {
    const { podHeader } = this.plan;
    return podHeader === null ? null : (fields[podHeader]?.toString() ?? null);
  }

  private carryOn({ step, path, fields, body }: Exchange, session: Session): void {
    learn(session, step, path, fields, body);
    this.arrivals.done(session);
  }
}
