// The door's small script: takes the forms over from the server once it can seal on this device.

import { sendingWords } from '../door/sending.words.ts';
import { startAnswers } from './answer-screens.ts';
import { askerOf } from './ask-sealing.ts';
import { startQuickExit } from './quick-exit.ts';
import { startTip, type DoorData } from './tip-screens.ts';

const { dataset } = document.body;
const own = sendingWords[document.documentElement.lang === 'en' ? 'en' : 'vi'];
const canSeal = typeof Worker === 'function' && typeof crypto.randomUUID === 'function';
const exit = document.querySelector<HTMLAnchorElement>('a.exit');

if (exit) startQuickExit(exit);
// Where this browser cannot seal, the page stays as it came: the server seals, and says so.
if (canSeal && dataset['sealing']) {
  const ask = askerOf(dataset['sealing']);
  if (document.getElementById('tip')) startTip(dataset as unknown as DoorData, ask, own);
  if (document.getElementById('ask')) startAnswers(ask, own);
}
