// Numbers as papers write them: '1.222', '991,89', '05', 'hai', 'IV'.

const small = ['khong', 'mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi'];
const others: Readonly<Record<string, number>> = { nhat: 1, tu: 4, i: 1, ii: 2, iii: 3, iv: 4 };
const roman: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/** A figure with Vietnamese separators: dots in front of three digits, a comma before decimals. */
export function parseFigure(text: string): number | null {
  if (/^\d{1,3}(?:[.\s]\d{3})+(?:,\d+)?$/u.test(text))
    return Number(text.replace(/[.\s]/gu, '').replace(',', '.'));
  return /^\d+(?:[.,]\d+)?$/u.test(text) ? Number(text.replace(',', '.')) : null;
}

/** A small ordinal in digits, Roman digits or folded words ('nhat', 'tu'); null where it is none. */
export function parseOrdinal(folded: string): number | null {
  if (/^\d{1,3}$/u.test(folded)) return Number(folded);
  const word = small.indexOf(folded);
  if (word > 0) return word;
  return others[folded] ?? (/^[ivx]{1,6}$/u.test(folded) ? parseRoman(folded) : null);
}

function parseRoman(folded: string): number {
  const digits = Array.from(folded, (digit) => roman[digit] ?? 0);
  return digits.reduce(
    (sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit),
    0,
  );
}
