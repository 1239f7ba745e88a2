// One slip of the fingers between what was typed and what was meant; every search forgives the same.

/** In shorter words one slip makes another word of it. */
export const shortestSlip = 4;

/** One letter more, less or other, or two neighbours the other way round; not the same word. */
export function isOneSlip(a: string, b: string): boolean {
  const start = firstDifference(a, b);
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA === '' && restB === '') return false;
  const swapped = `${restA[1] ?? ''}${restA[0] ?? ''}${restA.slice(2)}`;
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1) ||
    swapped === restB
  );
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}
