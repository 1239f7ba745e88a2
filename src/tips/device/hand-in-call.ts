// From a call sheet to a sealed tip that is in: sealed in the operator's browser, sent until the server has it.

import type { Day } from '#ground/day.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { identityOfCall, letterOfCall } from '../call-sheet.ts';
import type { hotlineWords } from '../hotline.words.ts';
import type { Ring } from '../door/seal-tip.ts';
import type { CallDraft } from './call-draft.ts';
import { jobs } from './sealing-jobs.ts';
import { send } from './sending.ts';

export type Call = CallDraft & {
  readonly unitId: string;
  /** Without it the tip is bound to another code, which nobody has heard and nobody keeps. */
  readonly keepsCode: boolean;
};

/** The day it was taken in; sent again after whatever went wrong, it is one tip. */
export async function handInCall(
  { sheet, official, code, unheard, commandId, unitId, keepsCode }: Call,
  ring: Ring,
  labels: (typeof hotlineWords)['vi']['sheet'],
  onWaiting: (waits: boolean) => void,
): Promise<Outcome<Day, 'refused'>> {
  try {
    const letter = letterOfCall(sheet, official === 'yes', labels);
    const identity = identityOfCall(sheet);
    const bound = keepsCode ? code : unheard;
    const sealed = await jobs.sealTip({ code: bound, ring, letter, identity });
    const body = { unitId, letter: { commandId, ...sealed } };
    const answer = await send({ address: '/staff/hotline/calls', body }, onWaiting);
    return answer.ok ? done(answer['day'] as Day) : refused('refused');
  } catch {
    return refused('refused');
  }
}
