// The small script of the door of help: takes the forms over from the server once it can seal on this device.

import { askerOf } from '#tips/device/ask-sealing.ts';
import { startQuickExit } from '#tips/device/quick-exit.ts';
import { startHelpAnswers } from './help-answers.ts';
import { helpSaying } from './help-saying.ts';
import { startHelp } from './help-screens.ts';

const { dataset } = document.body;
const language = document.documentElement.lang === 'en' ? 'en' : 'vi';
const canSeal = typeof Worker === 'function' && typeof crypto.randomUUID === 'function';
const exit = document.querySelector<HTMLAnchorElement>('a.exit');
const said = (name: string): string => dataset[name] ?? '';

if (exit) startQuickExit(exit);
// Where this browser cannot seal, the page stays as it came: the server seals, and says so.
if (canSeal && dataset['sealing']) {
  const ask = askerOf(dataset['sealing']);
  const own = helpSaying(language);
  const data = {
    path: said('path'),
    unitPath: said('unitPath'),
    hamlet: said('hamlet'),
    helper: said('helper'),
    sealedHere: said('sealedHere'),
  };
  if (document.getElementById('help')) startHelp(data, ask, own);
  if (document.getElementById('ask')) startHelpAnswers(ask, own, language);
}
