// Who does what: duties of bodies and assignments of people under 'Tổ chức thực hiện', 'Phân công', 'Phối hợp'.

import type { Assignment, PlanDuty } from '../plan.ts';
import { bodiesIn, isBody, isPerson, listBodies, type Bodies } from './bodies.ts';
import { labelOf, type Paragraph } from './lines/paragraph.ts';
import { isHeading, type Item } from './outline.ts';
import { findSureDue } from './time/due.ts';
import type { When } from './time/when.ts';
import { cut, written, type Written } from './written.ts';

export type Work = {
  readonly duties: readonly PlanDuty[];
  readonly assignments: readonly Assignment[];
};

const noWork: Work = { duties: [], assignments: [] };

/**
 * Reads one item. A person's part is an assignment; a body's part is both an assignment and a duty
 * with that body in the lead. An item of the coordination section is a duty even without a body.
 */
export function workOf(item: Item, isCoordination: boolean, when: When): Work {
  const { paragraph } = item;
  const part = partOf(item);
  if (part !== null && isPerson(part.who))
    return { duties: [], assignments: [assigned(part, paragraph)] };
  const bodies = leadingBodies(part, paragraph);
  if (bodies.lead.length + bodies.support.length === 0 && !isCoordination) return noWork;
  const duty = dutyOf(part?.text ?? paragraph, bodies, paragraph, when);
  return { duties: [duty], assignments: part === null ? [] : [assigned(part, paragraph)] };
}

type Part = { readonly who: Written; readonly text: Written };

/** Who an item speaks to: the label before its colon, the heading above it, or its first words. */
function partOf(item: Item): Part | null {
  return labelledPart(item.paragraph) ?? partUnder(item) ?? spokenPart(item.paragraph);
}

function labelledPart(of: Paragraph): Part | null {
  const first = labelOf(of);
  if (first === null || first.rest.text === '') return null;
  const second = isPerson(first.label) ? labelOf(first.rest) : null;
  const isTwo = second !== null && isPerson(second.label);
  const colon = of.text.indexOf(':', isTwo ? of.text.indexOf(':') + 1 : 0);
  const who = cut(of, 0, colon);
  return isBody(who) || isPerson(who)
    ? { who: withoutRequest(who), text: cut(of, colon + 1) }
    : null;
}

function partUnder(item: Item): Part | null {
  const above = item.parent;
  if (above === null) return null;
  const who = withoutRequest(withoutColon(above.paragraph));
  const isNamed =
    (isHeading(above) || above.paragraph.text.endsWith(':')) && (isBody(who) || isPerson(who));
  return isNamed ? { who, text: item.paragraph } : null;
}

/** 'Các đồng chí … phối hợp thực hiện': without a colon a verb ends the name. */
function spokenPart(of: Paragraph): Part | null {
  if (!isPerson(of)) return null;
  const verb = personVerb.exec(of.folded);
  return verb === null ? null : { who: cut(of, 0, verb.index), text: cut(of, verb.index) };
}

const personVerb =
  /(?<=\S{2},? )\b(?:truc tiep|phoi hop|chiu trach nhiem|co trach nhiem|tham muu|chu tri|phu trach|tham gia|lam (?:to|truong|pho|dau)|thuc hien|theo doi|giup|dieu hanh|huong dan|to chuc|(?<!ban )chi dao)\b/u;

const withoutColon = (of: Written): Written => cut(of, 0, of.text.replace(/[\s:.;]+$/u, '').length);

/** 'Đề nghị Ủy ban MTTQ xã' asks that body. */
function withoutRequest(who: Written): Written {
  const match = /^(?:de nghi|giao|yeu cau|phan cong|trach nhiem cua|nhiem vu cua)(?: cho)? /u.exec(
    who.folded,
  );
  return match === null ? who : cut(who, match[0].length);
}

const assigned = (part: Part, { lines }: Paragraph): Assignment => ({
  who: part.who.text,
  text: part.text.text,
  lines,
});

function leadingBodies(part: Part | null, of: Paragraph): Bodies {
  const said = bodiesIn(part?.text ?? of);
  if (part !== null) return { ...said, lead: namesOf(part.who) };
  return said.lead.length > 0 || !isBodyFirst(of) ? said : { ...said, lead: listBodies(of) };
}

const isBodyFirst = (of: Written): boolean =>
  isBody(cut(of, 0, 40)) && !of.folded.startsWith('phoi hop');

function namesOf(who: Written): readonly string[] {
  const names = listBodies(who);
  return names.length > 0 ? names : [who.text];
}

function dutyOf(text: Written, bodies: Bodies, { lines }: Paragraph, when: When): PlanDuty {
  const due = findSureDue(written(text.text), when);
  return {
    text: text.text,
    lead: bodies.lead,
    support: bodies.support,
    due: due?.due ?? null,
    dueText: due?.dueText ?? null,
    ongoing: due?.ongoing ?? false,
    lines,
  };
}
