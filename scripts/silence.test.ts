// A command is ended for falling silent, never for taking long.

import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { endOf } from './silence.ts';

const minute = 60_000;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Ends when told, as a well-behaved command does; one that is deaf only when it is killed. */
class Command extends EventEmitter {
  readonly stdout = new PassThrough();
  readonly stderr = new PassThrough();
  readonly told: string[] = [];
  private readonly ends: NodeJS.Signals;
  constructor(ends: NodeJS.Signals = 'SIGTERM') {
    super();
    this.ends = ends;
  }
  kill(signal: NodeJS.Signals): void {
    this.told.push(signal);
    if (signal === this.ends) this.emit('close', null);
  }
}

test('a command that goes on saying something runs as long as it likes', async () => {
  const command = new Command();
  const ended = endOf(command);
  for (let passed = 0; passed < 180; passed += 10) {
    (passed % 20 ? command.stdout : command.stderr).write('.');
    await vi.advanceTimersByTimeAsync(10 * minute);
  }
  command.emit('close', 0);
  expect(await ended).toEqual({ code: 0, said: '.'.repeat(18) });
  expect(command.told).toEqual([]);
});

test('a command that falls silent is ended, counts as failed and says why', async () => {
  const command = new Command();
  const ended = endOf(command);
  command.stdout.write('one file done');
  await vi.advanceTimersByTimeAsync(14 * minute);
  expect(command.told).toEqual([]);
  await vi.advanceTimersByTimeAsync(minute);
  expect(command.told).toEqual(['SIGTERM']);
  const { code, said } = await ended;
  expect(code).toBe(1);
  expect(said).toMatch(/^one file done\nEnded: it said nothing for 15 minutes/);
});

test('a command that does not end when told is killed', async () => {
  const command = new Command('SIGKILL');
  const ended = endOf(command);
  await vi.advanceTimersByTimeAsync(16 * minute);
  expect((await ended).code).toBe(1);
  expect(command.told).toEqual(['SIGTERM', 'SIGKILL']);
});

test('a command that cannot begin has failed with its reason', async () => {
  const command = new Command();
  const ended = endOf(command);
  command.emit('error', new Error('no such command'));
  expect(await ended).toEqual({ code: 1, said: 'no such command' });
});
