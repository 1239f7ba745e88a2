// How wide a text is in Times-like type and where its lines break, for titles and chart labels.

export type Weight = 'regular' | 'bold';

/** Advances of Tinos (the same as Times New Roman's) in thousandths of an em, from space to '~'. */
const advances: Record<Weight, readonly number[]> = {
  regular: numbers(
    '250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 278 564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 722 722 611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 444 480 200 480 541',
  ),
  bold: numbers(
    '250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333 333 570 570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722 722 1000 722 722 667 333 278 333 581 500 333 500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 333 556 500 722 500 500 444 394 220 394 520',
  ),
};

/** The width of one line, in the unit of `size`. */
export function textWidth(text: string, size: number, weight: Weight = 'regular'): number {
  const base = text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
  const table = advances[weight];
  const ems = Array.from(base.replaceAll('Đ', 'D'), (char) => char.codePointAt(0) ?? 0).reduce(
    (sum, code) => sum + (table[code - 32] ?? 500),
    0,
  );
  return (ems / 1000) * size;
}

/** Breaks a text into as few lines as fit the width; a word longer than a line keeps its own. */
export function wrap(text: string, width: number, size: number, weight?: Weight): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && textWidth(longer, size, weight) <= width)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Like `wrap`, with a last line that ends in '…' where more lines were needed than there is room. */
export function wrapAtMost(most: number, text: string, width: number, size: number): string[] {
  const lines = wrap(text, width, size);
  if (lines.length <= most) return lines;
  const last = `${lines[most - 1] ?? ''}…`;
  const fitting = textWidth(last, size) <= width ? last : last.replace(/ \S*$/u, '…');
  return [...lines.slice(0, most - 1), fitting];
}

/** A name is not torn before these words: the place or the purpose that follows stays whole. */
const opens = /^(xã|phường|tỉnh|thành|huyện|xóm|thôn|bản|tại|về|năm|và|của|phòng,|“)/iu;

/**
 * Breaks a centred title into the same number of lines as `wrap`, evenly and rather before the
 * words that open a phrase: 'ỦY BAN NHÂN DÂN / XÃ PHÚ THỊNH'.
 */
export function balance(text: string, width: number, size: number, weight?: Weight): string[] {
  const greedy = wrap(text, width, size, weight);
  const words = text.split(' ');
  // Beyond four lines evenness is no longer seen, and trying every split would take long.
  if (greedy.length === 1 || greedy.length > 4) return greedy;
  const costs = lineCosts(words, width, size, weight);
  const starts = bestStarts(words.length, greedy.length, costs);
  return starts.map((start, at) => words.slice(start, starts[at + 1]).join(' '));
}

/** What a line of the words [from, to) costs: its empty part squared, and tearing a phrase. */
type LineCost = (from: number, to: number) => number;

function lineCosts(
  words: readonly string[],
  width: number,
  size: number,
  weight?: Weight,
): LineCost {
  const space = textWidth(' ', size, weight);
  const ends = [0];
  for (const word of words) ends.push((ends.at(-1) ?? 0) + textWidth(word, size, weight) + space);
  return (from, to) => {
    const used = ((ends[to] ?? 0) - (ends[from] ?? 0) - space) / width;
    const torn = to < words.length && !opens.test(words[to] ?? '') ? 0.06 : 0;
    return torn + (used > 1 ? 100 * used : (1 - used) ** 2);
  };
}

/** The first word of each of `lines` lines with the least cost in all. */
function bestStarts(words: number, lines: number, costOf: LineCost): number[] {
  let best = { starts: [0], cost: Infinity };
  const place = (starts: number[], cost: number): void => {
    const from = starts.at(-1) ?? 0;
    if (starts.length === lines) {
      const all = cost + costOf(from, words);
      if (all < best.cost) best = { starts, cost: all };
      return;
    }
    for (let to = from + 1; to < words && cost < best.cost; to++)
      place([...starts, to], cost + costOf(from, to));
  };
  place([0], 0);
  return best.starts;
}

function numbers(list: string): number[] {
  return list.split(' ').map(Number);
}
