// fast-check, but for how many cases a property is tried with: as many as asked for, whatever its test says.
import * as real from '../../node_modules/fast-check/lib/fast-check.js';

export * from '../../node_modules/fast-check/lib/fast-check.js';

const numRuns = Number(process.env['PROPERTY_CASES'] ?? 10_000);
/** A property that asks PostgreSQL or sets a page each time ends here, with what it has tried. */
const interruptAfterTimeLimit = 15 * 60_000;

export const assert: typeof real.assert = (property, how) =>
  real.assert(property, {
    ...how,
    numRuns,
    interruptAfterTimeLimit,
    markInterruptAsFailure: false,
  });

export default { ...real, assert };
