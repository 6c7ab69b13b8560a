import type { ShadowReport } from '../../../autoscaler/shadow.js';
import { amount } from '../../../domain/amount.js';
import { type Claim, objectOf } from './claim.js';

/** Share of the live decisions that the port has to reproduce. */
const leastAgreement = 0.95;

function deviations({ decisions }: ShadowReport): string {
  const codes = new Map<string, number>();
  for (const { agreement, code } of decisions) {
    if (agreement === 'deviates') codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  return [...codes].map(([code, count], index) => `${index === 0 ? '; ' : ', '}${count} × ${code}`).join('');
}

/** A real autoscaler that decides otherwise than the algorithm was disturbed, or was not seen well enough. */
export const decisionsReproduced: Claim = (_, spec, { shadow }) => {
  if (shadow === null) return [];
  const { decisions, exact, withinInterval, agreement, visible } = shadow;
  const verdict = decisions.length > 0 && agreement >= leastAgreement ? 'pass' : 'inconclusive';
  return [
    {
      claim: 'the autoscaler decides as its algorithm does, from the same inputs',
      requirement: 'autoscaling',
      object: objectOf(spec),
      verdict,
      observed: `${exact + withinInterval} of ${amount(decisions.length, 'decision')} reproduced, ${exact} of them from the last look; of those that changed the status ${visible.agreeing} of ${visible.all}${verdict === 'pass' ? '' : deviations(shadow)}`,
      source: 'every sync of the live HPA beside the HPA algorithm of Kubernetes 1.34',
      ...(verdict === 'pass'
        ? {}
        : { remedy: 'Read the deviations in the timeline; check the clocks that the gate was told.' }),
    },
  ];
};
