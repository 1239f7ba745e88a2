// Waits for a command to end: as long as it goes on saying something; one that has fallen silent hangs.

import type { Readable } from 'node:stream';

export type Ended = { readonly code: number; readonly said: string };

/** What of a child process is listened to. */
type Speaking = {
  readonly stdout: Readable;
  readonly stderr: Readable;
  kill(signal: NodeJS.Signals): unknown;
  once(event: 'error', heard: (error: Error) => void): unknown;
  once(event: 'close', heard: (code: number | null) => void): unknown;
};

/** A journey says a line when its file is done, which takes minutes on a busy machine. */
const longestSilence = 15 * 60_000;
/** Who does not end when told is ended. */
const patience = 30_000;

export function endOf(child: Speaking): Promise<Ended> {
  let said = '';
  let hung = false;
  const hang = (): void => {
    hung = true;
    said += `\nEnded: it said nothing for ${longestSilence / 60_000} minutes.\n`;
    child.kill('SIGTERM');
    limit = setTimeout(() => child.kill('SIGKILL'), patience);
  };
  let limit = setTimeout(hang, longestSilence);
  const hear = (text: string): void => {
    said += text;
    if (!hung) limit.refresh();
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', hear);
  return new Promise<Ended>((resolve) => {
    child.once('error', (error) => resolve({ code: 1, said: error.message }));
    child.once('close', (code) => resolve({ code: hung ? 1 : (code ?? 1), said }));
  }).finally(() => clearTimeout(limit));
}
