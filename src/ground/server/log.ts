// What the server says to its operator: plain sentences on standard error, never who asked or what.

type Level = 'info' | 'warning' | 'error';

export const log = {
  info: (sentence: string): void => say('info', sentence),
  warning: (sentence: string, cause?: unknown): void => say('warning', sentence, cause),
  error: (sentence: string, cause?: unknown): void => say('error', sentence, cause),
} as const;

/**
 * What may be written down about an error. PostgreSQL's own messages quote the values of the
 * record that failed, so of those only the code and the names of the parts are kept.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  if (isFromDatabase(error))
    return `PostgreSQL ${error.code} ${partsOf(error)}\n${framesOf(error)}`;
  return error.stack || String(error);
}

type DatabaseError = Error & { code: string; table?: string; constraint?: string };

const isFromDatabase = (error: Error): error is DatabaseError =>
  'severity' in error && 'code' in error && typeof error.code === 'string';

const partsOf = ({ table, constraint }: DatabaseError): string =>
  [table, constraint].filter(Boolean).join(' ');

const framesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');

function say(level: Level, sentence: string, cause?: unknown): void {
  const reason = cause === undefined ? '' : ` (${describeError(cause)})`;
  process.stderr.write(`${level === 'info' ? '' : `${level}: `}${sentence}${reason}\n`);
}
