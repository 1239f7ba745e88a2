// What is said to somebody coming in whose answers could not be taken.

import type { Language } from '#ground/words.ts';
import { invitationWords } from '#people/invitation.words.ts';
import { peopleWords } from '#people/people.words.ts';
import { rolesWords } from '#people/roles.words.ts';
import type { AcceptRefusal } from '#people/server/coming-in-commands.ts';
import { signInWords } from '#people/sign-in.words.ts';

export function sayRefusal(refusal: AcceptRefusal, language: Language): string {
  const own = invitationWords[language].enter;
  const sentences: Record<AcceptRefusal, string> = {
    'code-wrong': own.wrong,
    'username-taken': peopleWords[language].refusal['username-taken'],
    'username-unfit': peopleWords[language].refusal['username-unfit'],
    'name-missing': peopleWords[language].refusal['name-missing'],
    'email-wrong': rolesWords[language].refusal['email-wrong'],
    'email-taken': own.emailTaken,
    'password-short': signInWords[language].refusal['password-short'],
    'password-long': signInWords[language].refusal['password-long'],
    'password-weak': signInWords[language].refusal['password-weak'],
  };
  return sentences[refusal];
}
