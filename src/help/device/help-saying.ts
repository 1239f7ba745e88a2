// What the script of the door of help says: as at the door of tips, but for what goes to helpers.

import type { Language } from '#ground/words.ts';
import { sendingWords } from '#tips/door/sending.words.ts';
import { helpAnswerWords } from '../door/help-answers.words.ts';
import { helpDoorWords } from '../door/help-door.words.ts';

export const helpSaying = (language: Language) => {
  const [sending, door] = [sendingWords[language], helpDoorWords[language]];
  return {
    ...sending,
    received: door.received,
    receivedOn: door.receivedOn,
    noRing: door.refusal['no-ring'],
    failed: door.refusal['not-sealed'],
    unknownCode: helpAnswerWords[language].unknownCode,
    receivedMore: helpAnswerWords[language].sent,
    withdrawn: helpAnswerWords[language].withdrawn,
    notThere: helpAnswerWords[language].notThere,
    copyNotOpened: helpAnswerWords[language].notOpened,
  };
};

export type HelpSaying = ReturnType<typeof helpSaying>;
