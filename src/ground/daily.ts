// Times of day that come back: whether it is that time now by somebody's clock.

/** A moment as schedulers have it: UTC, without a year. */
export type Moment = {
  readonly month: number;
  readonly date: number;
  readonly hour: number;
  readonly min: number;
};

/** Whether a moment close to now (within some months) is that time in the zone. */
export const isAt = (time: string, timeZone: string, moment: Moment, now: Date): boolean =>
  timeIn(timeZone, nearest(moment, now)) === time;

/** 'HH:MM' on the clocks of a zone. */
export const timeIn = (timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);

/** Around new year the moment may lie in the year before or after. */
function nearest({ month, date, hour, min }: Moment, now: Date): Date {
  const candidates = [-1, 0, 1].map((years) =>
    Date.UTC(now.getUTCFullYear() + years, month - 1, date, hour, min),
  );
  const far = (candidate: number): number => Math.abs(candidate - now.getTime());
  return new Date(candidates.reduce((best, one) => (far(one) < far(best) ? one : best)));
}
