// Turns what an import would do, or why it is refused, into what its page shows: short, in words.

import type { Language } from '#ground/words.ts';
import { importWords } from '#places/import.words.ts';
import type { RowError } from '#places/snapshot.ts';
import type { MergerError } from '#places/mergers.ts';
import type {
  MergersPreview,
  MergersRefusal,
  SnapshotImportRefusal,
  SnapshotPreview,
} from '#places/server/import-commands.ts';
import type { Unit, Units } from '#places/unit.ts';

/** Lines shown of anything long. */
const most = 20;

export type Count = { readonly label: string; readonly value: number };
export type Foretold = {
  readonly counts: readonly Count[];
  readonly notes: readonly string[];
  readonly examples: readonly string[];
  readonly errors: readonly string[];
  readonly moreErrors: number;
  /** Whether confirming would write anything. */
  readonly hasWork: boolean;
};

export function snapshotForetold(preview: SnapshotPreview, language: Language): Foretold {
  const own = importWords[language];
  const { rows, begun, unchanged, changed, ended, restored, hamlets, sites } = preview;
  const counts = {
    rows,
    begun: begun.length,
    unchanged,
    changed: changed.length,
    ended: ended.length,
  };
  const hasWork = begun.length + ended.length > 0;
  return {
    counts: counted({ ...counts, ...(hamlets + sites > 0 ? { hamlets, sites } : {}) }, language),
    notes: [
      ...(restored > 0 ? [own.restored(restored)] : []),
      ...(hasWork ? [] : [own.nothingToDo]),
      ...(hamlets + sites > 0 ? [own.waiting] : []),
    ],
    examples: changed
      .slice(0, most)
      .map(({ old, new: now }) => own.codeNow(now.code ?? '', old.name, now.name)),
    errors: [],
    moreErrors: 0,
    hasWork,
  };
}

export function mergersForetold(preview: MergersPreview, language: Language): Foretold {
  const own = importWords[language];
  const { rows, mergers, errors, units, provinces } = preview;
  const left = new Set(errors.map(({ line }) => line)).size;
  const old = provinces.flatMap(({ from }) => from.map(({ unitId }) => nameIn(units, unitId)));
  const unsure = mergers.flatMap(({ line, to, from }) =>
    from
      .filter(({ readAs, partial }) => readAs !== null || partial)
      .map(({ unitId, readAs, partial }) => {
        const how = [readAs === null ? [] : own.readAs(readAs), partial ? own.part : []].flat();
        return `${own.line(line)}: ${nameIn(units, to)} ← ${nameIn(units, unitId)} (${how.join(', ')})`;
      }),
  );
  return {
    counts: counted({ rows, tied: mergers.length, left }, language),
    notes: [
      ...(old.length > 0 ? [own.provincesFound(old.join(', '))] : []),
      ...(errors.length > 0 ? [own.leftOut(errors.length)] : []),
    ],
    examples: unsure.slice(0, most),
    ...shortened(errors, language),
    hasWork: mergers.length > 0,
  };
}

export type Refusal =
  | SnapshotImportRefusal
  | MergersRefusal
  | { readonly kind: 'form'; readonly problem: 'file-missing' | 'day-missing' };

export type Said = Pick<Foretold, 'errors' | 'moreErrors'> & { readonly problem: string };

export function refusalSaid(refusal: Refusal, language: Language): Said {
  const own = importWords[language];
  const none = { errors: [], moreErrors: 0 };
  switch (refusal.kind) {
    case 'rows':
      return {
        problem: own.errorsIn(refusal.errors.length),
        ...shortened(refusal.errors, language),
      };
    case 'contradicts':
      return { problem: own.problem.contradicts(namesOf(refusal.units)), ...none };
    case 'file':
      return { problem: fileProblem(refusal, language), ...none };
    case 'terms':
    case 'form':
      return { problem: own.problem[refusal.problem], ...none };
    default:
      return { problem: own.problem[refusal.kind], ...none };
  }
}

function fileProblem(refusal: Extract<Refusal, { kind: 'file' }>, language: Language): string {
  const own = importWords[language].problem;
  switch (refusal.problem) {
    case 'row-broken':
      return own['row-broken'](refusal.line);
    case 'separator':
      return own.separator[refusal.found];
    case 'separator-line':
      return own['separator-line'](refusal.found);
    case 'column-misspelt':
      return own['column-misspelt'](refusal.needed, refusal.found);
    default:
      return own[refusal.problem];
  }
}

const counted = (
  counts: Partial<Record<keyof (typeof importWords)['vi']['counts'], number>>,
  language: Language,
): readonly Count[] => {
  const labels = new Map(Object.entries(importWords[language].counts));
  return Object.entries(counts).map(([key, value]) => ({ label: labels.get(key) ?? key, value }));
};

function shortened(
  errors: readonly (RowError | MergerError)[],
  language: Language,
): Pick<Foretold, 'errors' | 'moreErrors'> {
  const own = importWords[language];
  const said = errors
    .slice(0, most)
    .map(({ line, problem, about }) => `${own.line(line)}: ${own.row[problem](about)}.`);
  return { errors: said, moreErrors: Math.max(0, errors.length - most) };
}

const nameIn = (units: Units, unitId: Unit['unitId']): string => units.get(unitId)?.name ?? '';

const namesOf = (units: readonly Unit[]): string =>
  [...units.slice(0, 5).map(({ name }) => name), ...(units.length > 5 ? ['…'] : [])].join(', ');
