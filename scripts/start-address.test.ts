// Whose request it is, with and without proxies in front.

import { describe, expect, it } from 'vitest';
import { addressOf } from './start-address.ts';

const asked = (forwarded: string | undefined, remoteAddress = '10.0.0.1') => ({
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  socket: { remoteAddress },
});

describe('the address a request comes from', () => {
  it('is that of the connection where no proxy stands in front, whatever the sender claims', () => {
    expect(addressOf(asked('1.2.3.4'), 0)).toBe('10.0.0.1');
  });
  it('is what our own proxy saw, not what the sender wrote before it', () => {
    expect(addressOf(asked('9.9.9.9, 203.0.113.7'), 1)).toBe('203.0.113.7');
    expect(addressOf(asked('9.9.9.9, 203.0.113.7, 10.0.0.2'), 2)).toBe('203.0.113.7');
  });
  it('is that of the connection where the proxy wrote nothing', () => {
    expect(addressOf(asked(undefined), 1)).toBe('10.0.0.1');
    expect(addressOf(asked('203.0.113.7'), 2)).toBe('10.0.0.1');
  });
});
