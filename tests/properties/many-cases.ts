// fast-check, but for how many cases a property is tried with: as many as asked for, whatever its test says.
import * as real from '../../node_modules/fast-check/lib/fast-check.js';

// Everything else as it is: this stands in for the whole library.
// oxlint-disable-next-line oxc/no-barrel-file
export * from '../../node_modules/fast-check/lib/fast-check.js';

const numRuns = Number(process.env['PROPERTY_CASES'] ?? 10_000);
/** A property that asks PostgreSQL or sets a page each time ends here, with what it has tried. */
const interruptAfterTimeLimit = 15 * 60_000;

const many = { numRuns, interruptAfterTimeLimit, markInterruptAsFailure: false };

/** One way in for all three kinds of property, as fast-check's own has. */
export const assert = ((property: real.IRawProperty<unknown>, how?: object) =>
  real.assert(property, { ...how, ...many })) as typeof real.assert;

export default { ...real, assert };
