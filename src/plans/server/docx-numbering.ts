// The lists of a .docx and the styles that belong to them, read from numbering.xml and styles.xml.

import { SaxesParser } from 'saxes';
import {
  listCounter,
  type Level,
  type Levels,
  type ListPlace,
  type Lists,
} from './list-numbers.ts';

export type Numbering = {
  readonly next: (place: ListPlace) => string;
  /** The list a style of paragraphs belongs to, for example 'Heading2'. */
  readonly placeOfStyle: (styleId: string) => ListPlace | null;
};

export function readNumbering(numberingXml: string | null, stylesXml: string | null): Numbering {
  const { levels, lists } = readLists(numberingXml ?? '<none/>');
  const styles = readStyles(stylesXml ?? '<none/>');
  return {
    next: listCounter(levels, lists),
    placeOfStyle: (styleId) => styles.get(styleId) ?? null,
  };
}

function readLists(xml: string): { readonly levels: Levels; readonly lists: Lists } {
  const levels = new Map<string, Level>();
  const lists = new Map<string, { abstractId: string; starts: Map<number, number> }>();
  let abstractId = '';
  let listId = '';
  let level = 0;
  const change = (part: Partial<Level>): void => {
    const key = `${abstractId}/${level}`;
    const plain = { format: 'decimal', text: '', start: 1 };
    if (listId === '') levels.set(key, { ...plain, ...levels.get(key), ...part });
  };
  const open: Record<string, (value: string, attribute: (name: string) => string) => void> = {
    'w:abstractNum': (_, attribute) => {
      abstractId = attribute('w:abstractNumId');
      listId = '';
    },
    'w:lvl': (_, attribute) => (level = Number(attribute('w:ilvl'))),
    'w:numFmt': (value) => change({ format: value }),
    'w:lvlText': (value) => change({ text: value }),
    'w:start': (value) => change({ start: Number(value) }),
    'w:num': (_, attribute) => {
      listId = attribute('w:numId');
      lists.set(listId, { abstractId: '', starts: new Map() });
    },
    'w:abstractNumId': (value) => {
      const list = lists.get(listId);
      if (list !== undefined) list.abstractId = value;
    },
    'w:lvlOverride': (_, attribute) => (level = Number(attribute('w:ilvl'))),
    'w:startOverride': (value) => lists.get(listId)?.starts.set(level, Number(value)),
  };
  eachTag(xml, (name, attribute) => open[name]?.(attribute('w:val'), attribute));
  return { levels, lists };
}

/** A style takes the list of the style it is based on, where it names none itself. */
function readStyles(xml: string): ReadonlyMap<string, ListPlace> {
  const places = new Map<string, { listId: string; level: number }>();
  const bases = new Map<string, string>();
  let styleId = '';
  const own = (): { listId: string; level: number } => {
    const place = places.get(styleId) ?? { listId: '', level: 0 };
    places.set(styleId, place);
    return place;
  };
  const open: Record<string, (value: string, attribute: (name: string) => string) => void> = {
    'w:style': (_, attribute) => (styleId = attribute('w:styleId')),
    'w:basedOn': (value) => bases.set(styleId, value),
    'w:numId': (value) => (own().listId = value),
    'w:ilvl': (value) => (own().level = Number(value)),
  };
  eachTag(xml, (name, attribute) => open[name]?.(attribute('w:val'), attribute));
  return new Map(
    [...new Set([...places.keys(), ...bases.keys()])].flatMap((id) => {
      const place = inherited(id, places, bases, 0);
      return place === null ? [] : [[id, place] as const];
    }),
  );
}

const deepestStyle = 12;

function inherited(
  id: string,
  places: ReadonlyMap<string, ListPlace>,
  bases: ReadonlyMap<string, string>,
  depth: number,
): ListPlace | null {
  const base = bases.get(id);
  const from =
    base === undefined || depth > deepestStyle ? null : inherited(base, places, bases, depth + 1);
  const own = places.get(id);
  if (own === undefined) return from;
  const listId = own.listId === '' ? (from?.listId ?? '') : own.listId;
  return listId === '' || listId === '0' ? null : { listId, level: own.level };
}

function eachTag(
  xml: string,
  open: (name: string, attribute: (name: string) => string) => void,
): void {
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => open(tag.name, (name) => String(tag.attributes[name] ?? '')));
  parser.write(xml).close();
}
