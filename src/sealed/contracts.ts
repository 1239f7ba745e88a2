// Every sealed column of the database: what it holds, who can open it, and where alone it belongs.

import type { Purpose } from './envelope.ts';

export type Opener =
  /** A person's passphrase or passkey, on their own device. */
  | 'owner'
  /** The own key of the one person it was sealed to. */
  | 'one-person'
  /** Everybody on duty: whoever holds a share of the ring's epoch. */
  | 'ring'
  /** Whoever has the code. */
  | 'sender'
  /** So many keyholders together as the ring's ceremony asked for. */
  | 'keyholders';

export type Contract = {
  readonly table: string;
  readonly column: string;
  readonly holds: string;
  /** Of an envelope, what it says of itself; empty where a key or a part of one is sealed bare. */
  readonly purposes: readonly Purpose[];
  readonly openedBy: readonly Opener[];
  /** What `openEnvelope` compares; a bare key is compared with the public half that stands beside it. */
  readonly binds: 'purpose, ring, case, direction' | 'public half' | 'share check';
};

export const contracts: readonly Contract[] = [
  key('key_lock', 'the private half of a person’s key', 'owner'),
  key('ring_share', 'the private half of an epoch', 'one-person'),
  key('ring_recovery', 'the private half of an epoch', 'keyholders'),
  part('recovery_share', 'a keyholder’s part of the recovery key'),
  part('recovery_gift', 'a keyholder’s part, given to whoever called for it'),
  letter(
    'tip_letter',
    'sealed',
    ['tip', 'answer'],
    ['ring', 'sender'],
    'a letter to the ring, or its answer to the sender',
  ),
  letter('tip_letter', 'sealed_copy', ['answer'], ['ring'], 'the ring’s own copy of its answer'),
  letter('tip_piece', 'sealed', ['file'], ['ring'], 'a piece of a file'),
  letter('tip_identity', 'sealed', ['identity'], ['ring'], 'who the sender is, by their choice'),
  letter('tip_identity_request', 'sealed_reason', ['note'], ['ring'], 'why somebody asks for it'),
  letter('missed_call', 'sealed', ['note'], ['ring'], 'a number to call back'),
  letter('tip_note', 'sealed', ['note'], ['ring'], 'a note or a redaction'),
  letter(
    'help_letter',
    'sealed',
    ['help', 'answer'],
    ['ring', 'sender'],
    'what somebody asks the helpers, or their answer',
  ),
  letter('help_letter', 'sealed_copy', ['answer'], ['ring'], 'the helpers’ copy of their answer'),
  letter(
    'support_file',
    'sealed',
    ['support'],
    ['one-person'],
    'a file with consent, one helper’s',
  ),
  letter('support_file', 'sealed_copy', ['support'], ['sender'], 'the same, for whoever is helped'),
];

function key(table: string, holds: string, openedBy: Opener): Contract {
  return {
    table,
    column: 'sealed_identity',
    holds,
    purposes: [],
    openedBy: [openedBy],
    binds: 'public half',
  };
}

function part(table: string, holds: string): Contract {
  return {
    table,
    column: 'sealed_share',
    holds,
    purposes: [],
    openedBy: ['one-person'],
    binds: 'share check',
  };
}

function letter(
  table: string,
  column: string,
  purposes: readonly Purpose[],
  openedBy: readonly Opener[],
  holds: string,
): Contract {
  return { table, column, holds, purposes, openedBy, binds: 'purpose, ring, case, direction' };
}
