import type { LoadPlan } from '../../ports/load-generator.js';
import type { Random } from './random.js';
import { type Arrival, type CompiledScenario, compile, type Session, type Step } from './session.js';

/** Chooses what each arrival sends: a scenario by weight, then the next request of one of its waiting sessions. */
export interface Arrivals {
  next(): Arrival;
  /** The session's request was answered; it waits for another arrival, or is over. */
  done(session: Session): void;
}

export function arrivals(plan: LoadPlan, random: Random): Arrivals {
  const scenarios = plan.scenarios.map((scenario) => compile(scenario, plan));
  const waiting = new Map(scenarios.map((scenario): [CompiledScenario, Session[]] => [scenario, []]));
  const queueOf = new Map<readonly Step[], Session[]>([...waiting].map(([{ steps }, queue]) => [steps, queue]));
  const total = scenarios.reduce((sum, { weight }) => sum + weight, 0);
  const choose = (): CompiledScenario | undefined => {
    if (scenarios.length === 1) return scenarios[0];
    let rest = random() * total;
    for (const scenario of scenarios) {
      rest -= scenario.weight;
      if (rest < 0) return scenario;
    }
    return scenarios.at(-1);
  };
  return {
    next() {
      const scenario = choose();
      if (scenario?.alone) return scenario.alone;
      const first = scenario?.steps[0];
      if (!scenario || !first) throw new RangeError('a plan without requests');
      const session = waiting.get(scenario)?.shift() ?? scenario.begin();
      return { step: session.steps[session.next] ?? first, session };
    },
    done(session) {
      session.next++;
      if (session.next < session.steps.length) queueOf.get(session.steps)?.push(session);
    },
  };
}
