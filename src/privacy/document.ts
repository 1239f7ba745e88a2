// docs/personal-data.md as text: the whole register, table by table, written from the code alone.

import { peopleWords } from '#people/people.words.ts';
import { roles } from '#people/person.ts';
import { nameOfRule } from '#law/rule-key.ts';
import type { Column, Seer } from './entry.ts';
import { privacyWords } from './privacy.words.ts';
import { ruleOfKeep } from './retention.ts';
import { namedTables, personalColumns, type NamedTable } from './tables.ts';

const own = privacyWords.en;

/** English, with the Vietnamese names people see; written again whenever the register changes. */
export function personalDataDocument(): string {
  const [about, others] = [true, false].map((isPersonal) =>
    namedTables.filter((table) => personalColumns(table).length > 0 === isPersonal),
  );
  return [
    '# Personal data',
    '',
    'Written by `node scripts/checks/personal-data.ts --write` from `src/privacy/registry/`; a test fails when a column of the database has no entry, and when this file is not current. Terms and legal bases are dated rules with their source and mark (see _Quy định pháp luật_ in the product): here stand only their keys.',
    '',
    '## Beside the database',
    '',
    '- Files (plans as they came, pictures of activities) stand in one store, named by the hash of what they hold; their rows are in the tables below.',
    '- Jobs that wait carry ids and words of ours, a mail also the kind of mail; done ones are forgotten.',
    '- The log of the server is not meant to name anybody; an error written there may quote what was typed. Where people sign in from, and on what, is not kept.',
    '- Backups hold what the database held that day and end with their own rotation.',
    '',
    '## Tables about people',
    '',
    ...(about ?? []).flatMap(tableSection),
    '## Tables without personal data',
    '',
    ...(others ?? []).map(
      (table) => `- \`${table.name}\` (${table.called[0]}): ${reasonsOf(table).join('; ')}.`,
    ),
    '',
  ].join('\n');
}

function tableSection(table: NamedTable): string[] {
  const { name, called, purpose, basis, keep, seenBy, columns } = table;
  const rule = ruleOfKeep[keep];
  const term = rule ? ` (\`${rule}\`: ${nameOfRule(rule, 'en')})` : '';
  return [
    `### \`${name}\` · ${called[0]} · ${called[1]}`,
    '',
    `- Purpose: ${own.purpose[purpose]}.`,
    `- Legal basis: ${own.basis[basis]} (\`privacy.basis.${basis}\`).`,
    `- Kept: ${own.keep[keep]}${term}.`,
    `- Seen by: ${seenBy.map(sayer).join(', ')}.`,
    '',
    '| column | what | whose | kind | at erasure |',
    '| --- | --- | --- | --- | --- |',
    ...Object.entries(columns).map(([column, entry]) => columnRow(column, entry)),
    '',
  ];
}

function columnRow(name: string, column: Column): string {
  if (!column.personal) return `| \`${name}\` | ${own.plain[column.why]} | – | – | – |`;
  const said = [
    column.called[1],
    column.isClosed ? own.closedValue : '',
    column.isFreeText ? own.freeText : '',
  ].filter(Boolean);
  const whose = column.whose.map((one) => own.whose[one]).join(', ');
  return `| \`${name}\` | ${said.join('; ')} | ${whose} | ${own.kind[column.kind]} | ${own.atErase[column.atErase]} |`;
}

const reasonsOf = ({ columns }: NamedTable): string[] => [
  ...new Set(
    Object.values(columns).flatMap((column) => (column.personal ? [] : [own.plain[column.why]])),
  ),
];

function sayer(seer: Seer): string {
  const role = roles.find((one) => one === seer);
  if (role) return peopleWords.en.role[role];
  return own.seer[seer as keyof typeof own.seer];
}
