// Tells text in the encodings before Unicode (TCVN3 of .VnTime, VNI) by the signs inside its words.

/**
 * Letters and signs these encodings borrow from Latin-1 and that no Vietnamese or English word
 * holds: 'C«ng an', 'Coäng hoøa'. Accented letters of both, such as 'è', are left out.
 */
const borrowed = /[¡-¦¨-®µ-¹»-¾ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ]/u;
const privateUse = /[\p{Co}\uFFFD]/u;

/** Shares at which a text is refused; an honest paper stays under 1 %, an old one above 40 %. */
const mostStrangeShare = 0.1;
const fewestStrangeWords = 5;

export function isOldEncoding(lines: readonly string[]): boolean {
  const words = lines
    .flatMap((line) => line.split(/[\s\t/]+/u))
    .filter((word) => /\p{L}/u.test(word));
  const strange = words.filter(isStrange).length;
  return strange >= fewestStrangeWords && strange > words.length * mostStrangeShare;
}

/** Quotation marks and dots around a word are no part of it. */
function isStrange(word: string): boolean {
  const core = word.replace(/^[«»·°®©•]+|[«»·°®©•,.;:]+$/gu, '');
  return borrowed.test(core) || privateUse.test(core);
}
