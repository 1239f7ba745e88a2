// A tip on its way: sealed to those on duty now, sent until it is there, its files after it.

import { identityFrom, isAboutOfficial, letterFrom, type TypedTip } from '../door/letter.ts';
import type { Ring, SealedTip } from '../door/seal-tip.ts';
import type { Ask } from './ask-sealing.ts';
import { carryAll, type Announced } from './carry-files.ts';
import { knock, type Knocking } from './rings.ts';
import { send, type Taken } from './sending.ts';

export type Way = {
  readonly ask: Ask;
  readonly path: string;
  readonly unitPath: string;
  readonly onWaiting: (waits: boolean) => void;
  readonly onCarried: (name: string, percent: number) => void;
};
export type Tip = {
  readonly commandId: string;
  readonly code: string;
  readonly typed: TypedTip;
  readonly hamlet: string;
  readonly files: readonly Announced[];
  /** Asked while the code was copied; undefined where there was no line. */
  readonly early?: Promise<Knocking | undefined> | undefined;
};
export type Failed = 'no-ring' | 'refused' | 'failed';

/** `onSealed` keeps what is under way, so that a reload sends the same. */
export async function deliverTip(
  tip: Tip,
  way: Way,
  onSealed: (sealed: SealedTip) => void,
): Promise<Taken | Failed> {
  const letter = letterFrom(tip.typed, {
    hamlet: tip.hamlet || null,
    files: tip.files.map(({ says }) => says),
    sealedBy: 'device',
  });
  for (let tries = 0; tries < mostTurns; tries += 1) {
    const early = tries === 0 ? await tip.early : undefined;
    const { ring, proof } = await ringNow(tip, way, early);
    if (!ring) return 'no-ring';
    const { code, typed, commandId } = tip;
    const sealed = await way.ask('sealTip', { code, ring, letter, identity: identityFrom(typed) });
    onSealed(sealed);
    const answer = await sendSealed(sealed, commandId, way, proof);
    if (answer.ok) return answer;
    if (answer.refusal !== 'unknown-ring') return 'refused';
  }
  return 'failed';
}

export const sendSealed = (
  sealed: SealedTip,
  commandId: string,
  { path, onWaiting }: Pick<Way, 'path' | 'onWaiting'>,
  proof?: string,
): ReturnType<typeof send> =>
  send({ address: path, body: { commandId, ...sealed }, commandId, proof }, onWaiting);

export const carryFiles = (tip: Tip, way: Way): Promise<boolean> =>
  carryAll(tip.files, {
    ...way,
    code: tip.code,
    ring: async () => (await ringNow(tip, way)).ring,
  });

/** A ring that is made anew between knocking and sending is met at most so often. */
const mostTurns = 3;

/** What concerns an official goes to the province; so does all where the commune has nobody on duty. */
async function ringNow(
  { commandId, typed }: Tip,
  { ask, unitPath, onWaiting }: Way,
  early?: Knocking,
): Promise<{ ring: Ring | undefined; proof: string | undefined }> {
  const { commune, province, challenge } = early ?? (await knock(unitPath, commandId, onWaiting));
  const ring = isAboutOfficial(typed) ? province : (commune ?? province);
  return { ring, proof: challenge && (await ask('solveProof', { challenge })) };
}
