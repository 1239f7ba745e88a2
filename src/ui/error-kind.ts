// Which sentence a person reads when a page cannot be shown, by the status of the answer.

export type ErrorKind =
  'notFound' | 'notAllowed' | 'tooBig' | 'notUnderstood' | 'noRoom' | 'busy' | 'broken';

const kinds: Readonly<Record<number, ErrorKind>> = {
  401: 'notAllowed',
  403: 'notAllowed',
  404: 'notFound',
  413: 'tooBig',
  503: 'busy',
  507: 'noRoom',
};

export const errorKind = (status: number): ErrorKind =>
  kinds[status] ?? (status < 500 ? 'notUnderstood' : 'broken');
