// Which parts of a reading a person may correct, and what kind of control each one wants.

export type FieldKind = 'line' | 'long' | 'day' | 'number' | 'yes' | 'list' | 'choice';

export type CorrectionField = {
  /** A key of the item it belongs to. */
  readonly name: string;
  readonly kind: FieldKind;
  readonly choices?: readonly string[];
};

const line = (name: string): CorrectionField => ({ name, kind: 'line' });
const long = (name: string): CorrectionField => ({ name, kind: 'long' });
const day = (name: string): CorrectionField => ({ name, kind: 'day' });
const number = (name: string): CorrectionField => ({ name, kind: 'number' });
const yes = (name: string): CorrectionField => ({ name, kind: 'yes' });
const list = (name: string): CorrectionField => ({ name, kind: 'list' });
const choice = (name: string, choices: readonly string[]): CorrectionField => ({
  name,
  kind: 'choice',
  choices,
});

/** Parts that stand once, by their path in the plan. */
export const singleParts = {
  paper: [
    line('kind'),
    line('number'),
    day('date'),
    line('place'),
    line('agencyAbove'),
    line('agency'),
    line('title'),
    long('subject'),
  ],
  programme: [line('name')],
  area: [line('hamlet'), line('commune'), line('district'), line('province')],
  period: [long('text'), day('from'), day('to')],
  'paper.approval': [long('text'), line('authority'), line('position'), line('rank'), line('name')],
  'paper.signatory': [line('authority'), line('position'), line('rank'), line('name')],
} as const satisfies Readonly<Record<string, readonly CorrectionField[]>>;
export type SinglePart = keyof typeof singleParts;

/** Parts of which there are many; an item can be added and taken out. */
export const listParts = {
  steps: [
    number('number'),
    long('text'),
    day('start'),
    day('due'),
    yes('ongoing'),
    list('lead'),
    list('support'),
  ],
  facts: [
    line('measure'),
    line('of'),
    number('value'),
    line('unit'),
    choice('qualifier', ['exact', 'over', 'under', 'about']),
    number('year'),
  ],
  objectives: [long('text')],
  contents: [long('text')],
  duties: [long('text'), list('lead'), list('support'), day('due'), yes('ongoing')],
  checks: [long('text'), number('everyMonths'), yes('unannounced')],
  reviews: [long('text'), choice('kind', ['interim', 'final']), number('everyMonths'), day('due')],
  assignments: [line('who'), long('text')],
  means: [long('text')],
  funding: [long('text'), list('sources')],
  'paper.bases': [long('text'), line('number'), day('date')],
  'paper.recipients': [line('name'), line('purpose')],
} as const satisfies Readonly<Record<string, readonly CorrectionField[]>>;
export type ListPart = keyof typeof listParts;

/** A new item as the schema wants it, before anything is typed into it. */
export const blankItems: Readonly<Record<ListPart, Readonly<Record<string, unknown>>>> = {
  steps: {
    text: '',
    number: 1,
    start: null,
    due: null,
    dueText: null,
    ongoing: false,
    lead: [],
    support: [],
  },
  facts: { measure: '', of: null, value: 0, unit: null, qualifier: 'exact', year: null },
  objectives: { text: '' },
  contents: { text: '' },
  duties: { text: '', lead: [], support: [], due: null, dueText: null, ongoing: false },
  checks: { text: '', everyMonths: null, unannounced: false },
  reviews: { text: '', kind: 'interim', everyMonths: null, due: null, dueText: null },
  assignments: { text: '', who: '' },
  means: { text: '' },
  funding: { text: '', sources: [] },
  'paper.bases': { text: '', number: null, date: null },
  'paper.recipients': { name: '', purpose: null },
};

/** Where a passage the reader could not place may be put by a person. */
export const placesForUnread = [
  'objectives',
  'contents',
  'steps',
  'duties',
  'checks',
  'reviews',
  'means',
  'funding',
] as const satisfies readonly ListPart[];

/** As they are looked through: first what a site is made of. */
export const partsInOrder: readonly (SinglePart | ListPart)[] = [
  'area',
  'programme',
  'steps',
  'facts',
  'duties',
  'checks',
  'reviews',
  'period',
  'objectives',
  'contents',
  'assignments',
  'means',
  'funding',
  'paper',
  'paper.bases',
  'paper.approval',
  'paper.signatory',
  'paper.recipients',
];

/** Stand open from the start. */
export const openedParts: readonly string[] = ['area', 'programme', 'steps'];

export const isSingle = (part: string): part is SinglePart => part in singleParts;
