// The order of what was recorded: the same on the server and on a device, however often it arrived.

type Event = { readonly eventId: string; readonly recordedAt: string };

/**
 * In the order of recording, each event once. The store keeps the instants of one record's events
 * apart; where a device's own clock does not, the id decides, so that every fold agrees.
 */
export function byRecording<E extends Event>(events: readonly E[]): readonly E[] {
  const once = new Map(events.map((event) => [event.eventId, event]));
  return [...once.values()].toSorted(
    (a, b) => compare(a.recordedAt, b.recordedAt) || compare(a.eventId, b.eventId),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
