// A day and a time of day on the clocks of a zone, as the moment it is.

import { timeIn } from '#ground/daily.ts';
import { dayAt, type Day, type Instant } from '#ground/day.ts';

/** Undefined where the time is no time of day ('HH:MM'), or the clocks of the zone skip it. */
export function findInstant(day: Day, time: string, timeZone: string): Instant | undefined {
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)) return undefined;
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const offset = localOf(wanted, timeZone) - wanted;
  const found = [wanted - offset, wanted - (localOf(wanted - offset, timeZone) - (wanted - offset))]
    .map((moment) => new Date(moment))
    .find((moment) => localOf(moment.getTime(), timeZone) === wanted);
  return found && (found.toISOString() as Instant);
}

/** What the clocks of the zone show, read as if it were UTC. */
function localOf(moment: number, timeZone: string): number {
  const at = new Date(moment);
  return Date.parse(`${dayAt(at.toISOString() as Instant, timeZone)}T${timeIn(timeZone, at)}:00Z`);
}
