// The 512 syllables of a code, chosen so that no two sound alike on a telephone, in the north or the south.

import { fold } from '#ground/text.ts';

/** In the order of the alphabet, written without diacritics; the place of each is its number. */
export const syllables: readonly string[] = `
  ai am an ao ap ba bai bam ban bao bap bat be ben beo bep bet bi bia bich bien biet bieu bim binh
  bo boi bom bon bop bot bu bua bui bum bun buoc buon bup but ca cai cam can cao cap cat cha chai
  cham chan chao chap chat che chen cheo chep chi chia chien chiet chieu chim chin chip cho chom
  chop chot chu chua chum chuot chup co coi com con cop cot cua cuc cui cum cung cuoc cuon cup da
  dan dao dap dat dem den dep det dia dien dieu dim dinh dip do doc doi dom don du dua duc dum
  dung ech em en eo ep ga gac gai gam gan gao gap ghe ghen ghep ghi ghim go goc goi gom gon gop gu
  gui gung guoc guong ha hai ham han hao hap hat he hem hen heo hep het hi hia hich hien hieu him
  hinh hip ho hoc hoi hom hon hop hu hua hui hum hung huong hup ich im in ke kem ken keo kep ket
  kha khac khai kham khan khao khap khe khen kheo khep khet khi khia khien khiet khieu khinh khit
  kho khoi khom khon khop khot khu khua khuc khui khum khung khuon ki kia kich kien kiet kieu kim
  kinh kip la lai lam lan lao lap lat le len leo li lia lich lien liet lieu lim linh lip lo loi
  lop lu lua lui lung luon luot mai mam man mao map mat me mem men meo mep met mi mia mien miet
  mieu mim minh mit mo moi mom mon mop mot mu mua mui mum mun muon muot mup mut nem nep net nga
  ngai ngam ngan ngao ngap ngat nghe nghen nghet nghi nghia nghich nghiem nghiet nghinh ngo ngoc
  ngoi ngon ngop ngua ngum ngung nguoc nguon nha nhac nhai nham nhan nhao nhap nhe nhech nhem nhen
  nheo nhi nhich nhien nhiet nhieu nhim nhin nhip nho nhoc nhoi nhom nhon nhu nhua nhum nhung
  nhuong nhut nom non not num nup nut oc oi om ong op pha phai pham phan phao phap phat phen phep
  phet phi phich phien phieu phim phin pho phoi phom phong phu phuc phui phum phung phuoc phuong
  sac san sap sen sieu sim soc son sum sung suon sup ta tai tam tan tao tap tat te tem ten teo tep
  tet tha thac thai tham than thao thap the them then theo thep thi thia thiec thien thieu thim
  thinh thit tho thoc thoi thom thon thop thu thua thuc thui thum thung thuong ti tia tich tiec
  tien tieu tim tin to tom ton top tot trich troi tron truc trung truong tua tuc tui tum tung
  tuong tuot tup uoc uong up ut vai vam ve veo vi viet vit vui vuon vuot xa xai xam xao xe xem xeo
  xep xet xi xia xich xiec xien xinh xo xoi xom xop xu xua xuc xui xuoc yen yeu
`
  .trim()
  .split(/\s+/);

/**
 * How a syllable is heard by somebody who makes none of the distinctions that some region does not
 * make: n and l, s and x, tr and ch, d, gi, r and v, the ends n, ng and nh, t, c and ch, i and y.
 * So that whoever writes down what they hear is understood.
 */
export const heardAs = (syllable: string): string =>
  alike.reduce((sound, [spelling, heard]) => sound.replace(spelling, heard), fold(syllable));

/** The number of the syllable that sounds so, or undefined. */
export const indexOf = (syllable: string): number | undefined => numbers.get(heardAs(syllable));

/** Our syllables that differ from a word by one letter, from a longer one by two; the nearest first. */
export function nearestTo(word: string): readonly string[] {
  const [written, heard] = [fold(word), heardAs(word)];
  return syllables
    .map((syllable) => {
      const far = Math.min(distance(syllable, written), distance(heardAs(syllable), heard));
      return { syllable, far };
    })
    .filter(({ far }) => far <= (written.length > 3 ? 2 : 1))
    .toSorted((a, b) => a.far - b.far)
    .map(({ syllable }) => syllable);
}

const alike: readonly (readonly [RegExp, string])[] = [
  [/y/g, 'i'],
  [/^gi(?=[aeou])/, 'd'],
  [/^gi/, 'di'],
  [/^[rv]/, 'd'],
  [/^ngh/, 'ng'],
  [/^gh/, 'g'],
  [/^l/, 'n'],
  [/^s/, 'x'],
  [/^tr/, 'ch'],
  [/^k(?!h)/, 'c'],
  [/n[gh]$/, 'n'],
  [/ch$|c$/, 't'],
  [/au$/, 'ao'],
  [/ie(?=[mpu]$)/, 'i'],
  [/(?<!i)eu$/, 'eo'],
  [/uo(?=[imp]$)/, 'u'],
  [/uou$|uu$/, 'iu'],
];

const numbers = new Map(syllables.map((syllable, number) => [heardAs(syllable), number]));

/** How many letters must be added, left out or changed to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [at, letter] of a.split('').entries()) {
    const next = [at + 1];
    for (const [to, other] of b.split('').entries()) {
      const [corner = 0, above = 0] = row.slice(to, to + 2);
      next.push(Math.min(corner + Number(letter !== other), above + 1, (next[to] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
