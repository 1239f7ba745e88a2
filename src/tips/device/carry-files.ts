// Carries files after their letter, piece by piece: a dropped line costs one piece, not the file.

import type { LetterFile } from '../door/letter.ts';
import type { Ring } from '../door/seal-tip.ts';
import type { Ask } from './ask-sealing.ts';
import { pieceOf, type ChosenFile } from './chosen-files.ts';
import { send } from './sending.ts';

export type Carrying = {
  readonly ask: Ask;
  readonly code: string;
  /** Undefined where nobody is on duty any more. */
  readonly ring: () => Promise<Ring | undefined>;
  readonly onWaiting: (waits: boolean) => void;
  readonly onCarried: (name: string, percent: number) => void;
};
export type Announced = { readonly file: ChosenFile; readonly says: LetterFile };

/** True once every piece has arrived. */
export async function carryAll(files: readonly Announced[], carrying: Carrying): Promise<boolean> {
  for (const { file, says } of files) {
    const ring = await carrying.ring();
    for (let number = 0; number < says.pieces; number += 1) {
      if (!ring || !(await carry(file, says, number, { ...carrying, to: ring }))) return false;
      carrying.onCarried(says.name, Math.round((100 * (number + 1)) / says.pieces));
    }
  }
  return true;
}

async function carry(
  file: ChosenFile,
  { uploadId, pieces }: LetterFile,
  number: number,
  { ask, code, to, onWaiting }: Carrying & { readonly to: Ring },
): Promise<boolean> {
  const bytes = await pieceOf(file, number);
  const piece = { uploadId, number, of: pieces };
  const sealed = await ask('sealPiece', { code, ring: to, piece, bytes });
  const body = { ...sealed, uploadId, number };
  return (await send({ address: '/t/pieces', body }, onWaiting)).ok;
}
