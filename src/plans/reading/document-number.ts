// Numbers and symbols of documents ('01/KH-BCĐ', '30/2023/QH15', '12-KH/ĐU') where they stand.

export type DocumentNumber = {
  readonly number: string;
  readonly at: number;
  readonly end: number;
};

const pattern =
  /(?<![\p{L}\d/.,-])\d{1,5}[a-z]?(?:\/\d{4})?[-/]\p{Lu}[\p{L}\d]*(?:[-/&.]\p{Lu}[\p{L}\d]*)*/gu;

export const documentNumbersIn = (text: string): readonly DocumentNumber[] =>
  Array.from(text.matchAll(pattern), (match) => ({
    number: match[0],
    at: match.index,
    end: match.index + match[0].length,
  }));
