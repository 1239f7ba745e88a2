// The notice of a breach to the authority, as a draft to be filled in, compared and signed.

import { dayAt } from '#ground/day.ts';
import { showMoment, showNumber } from '#ground/show.ts';
import type { Block, Paper } from '#papers/paper.ts';
import { touchesSensitive, type Assessment, type BreachState } from './breach.ts';
import { privacyWords } from './privacy.words.ts';
import { personalColumns, tables, type NamedTable } from './tables.ts';

export type NoticeParts = {
  readonly timeZone: string;
  /** Below it a number of people is not written: the paper leaves the house. */
  readonly below: number;
  /** By which rule it is sent: its source as the catalogue has it. */
  readonly source: string;
};

/** What stays empty is filled in by hand: names of offices are not guessed. */
const blank = '……………………………………';

/** The number and the date come with the signature. */
export const breachPaper = (state: BreachState, parts: NoticeParts): Paper => ({
  kind: 'TB',
  header: {
    agencyAbove: null,
    agency: blank,
    number: null,
    symbol: 'TB-…',
    place: '…………',
    date: null,
  },
  title: 'Thông báo',
  subject: 'Vi phạm quy định về bảo vệ dữ liệu cá nhân',
  approval: null,
  addressees: ['Cơ quan chuyên trách bảo vệ dữ liệu cá nhân'],
  bases: [`Căn cứ ${parts.source}`],
  body: [...happened(state, parts), ...touched(state, parts), ...done(state, parts), ...contact],
  signature: { authority: null, position: 'Thủ trưởng cơ quan, đơn vị', rank: null, name: null },
  recipients: ['Như trên', 'Lưu: VT'],
  language: 'vi',
});

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
const item = (text: string): Block => ({ kind: 'item', runs: [{ text }] });
const heading = (mark: string, text: string): Block => ({ kind: 'heading', level: 1, mark, text });

const happened = (
  { breach, assessment }: BreachState,
  { timeZone }: NoticeParts,
): readonly Block[] => [
  heading('I.', 'Vụ việc'),
  paragraph(`Phát hiện lúc ${showMoment(breach.foundAt, timeZone)}. ${assessment.happened}`),
  paragraph(`Hậu quả có thể xảy ra: ${assessment.consequences || blank}`),
];

function touched({ assessment }: BreachState, { below }: NoticeParts): readonly Block[] {
  const named = assessment.touched.flatMap((name) => {
    const table = tables[name];
    return table ? [{ ...table, name }] : [];
  });
  return [
    heading('II.', 'Dữ liệu và số người bị ảnh hưởng'),
    paragraph(`Số người bị ảnh hưởng: ${sayPeople(assessment.people, below)}.`),
    ...ofWhom(assessment),
    ...named.map(tableItem),
    paragraph(sayKinds(assessment)),
  ];
}

const ofWhom = ({ whose = [] }: Assessment): readonly Block[] =>
  whose.length === 0
    ? []
    : [paragraph(`Dữ liệu của: ${whose.map((one) => privacyWords.vi.whose[one]).join(', ')}.`)];

/** While nobody knows which tables are touched, nobody says that nothing sensitive is among them. */
function sayKinds(assessment: Assessment): string {
  if (assessment.touched.length === 0) return `Loại dữ liệu bị ảnh hưởng: ${blank}`;
  return touchesSensitive(assessment)
    ? 'Trong đó có dữ liệu cá nhân nhạy cảm.'
    : 'Không có dữ liệu cá nhân nhạy cảm.';
}

const tableItem = (table: NamedTable): Block => {
  const columns = personalColumns(table).map(({ called: [vi] }) => vi.toLowerCase());
  return item(
    `${table.called[0]} (${privacyWords.vi.purpose[table.purpose]}): ${columns.join(', ')}`,
  );
};

/** Few people are findable: a number below the floor is not told outside. */
export function sayPeople(people: number | null, below: number): string {
  if (people === null) return 'chưa xác định';
  return people < below ? `dưới ${below}` : showNumber(people);
}

function done({ events }: BreachState, { timeZone }: NoticeParts): readonly Block[] {
  const measures = events.filter(({ kind }) => kind === 'measure' || kind === 'follow_up');
  const said = measures.map(({ at, note }) => item(`${showMoment(at, timeZone)}: ${note}`));
  return [
    heading('III.', 'Biện pháp đã thực hiện'),
    ...(said.length > 0 ? said : [paragraph(blank)]),
  ];
}

const contact: readonly Block[] = [
  heading('IV.', 'Người liên hệ'),
  paragraph(`Người phụ trách bảo vệ dữ liệu cá nhân: ${blank}; điện thoại: ${blank}`),
  {
    kind: 'paragraph',
    runs: [
      {
        text: '(Mẫu chưa đối chiếu với văn bản gốc; bỏ dòng này sau khi đối chiếu.)',
        italic: true,
      },
    ],
  },
];

/** The day a breach was found on, by whose law its clock runs. */
export const foundOn = ({ breach }: BreachState, timeZone: string) =>
  dayAt(breach.foundAt, timeZone);
