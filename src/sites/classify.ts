// What kind of step a paper's words describe, and on whose list of the day a duty belongs.

import { fold } from '#ground/text.ts';
import type { DutyRole, StepKind } from './site.ts';

type StepWords = { readonly kind: StepKind; readonly pattern: RegExp };

/** Folded words by which the steps of such plans are known. */
const stepWords: readonly StepWords[] = [
  { kind: 'survey', pattern: /khao sat|nam tinh hinh|dieu tra co ban|ra soat dia ban/ },
  {
    kind: 'core_meeting',
    pattern: /\b(hop|gap mat|gap go|lua chon|thanh lap to|tap huan)\b.{0,90}nong cot/,
  },
  { kind: 'prepare', pattern: /chuan bi|xay dung (du thao )?quy che|soan thao/ },
  {
    kind: 'assembly',
    pattern:
      /\bhop (xom|thon|ban|ap|khu|to dan pho|dan|nhan dan)\b|hoi nghi (nhan dan|thon|xom|khu)|bieu quyet|lay y kien (nhan dan|ho)/,
  },
  { kind: 'launch', pattern: /ra mat|le phat dong|cong bo quyet dinh/ },
  {
    kind: 'operate',
    pattern:
      /hop mo hinh|di vao hoat dong|van hanh|duy tri (thuc hien|hoat dong)|sinh hoat dinh ky/,
  },
];

/** The kind whose words come first in the text: a survey that mentions the launch is a survey. */
export function stepKindOf(text: string, ongoing: boolean): StepKind {
  if (ongoing) return 'operate';
  const folded = fold(text);
  const found = stepWords
    .map(({ kind, pattern }) => ({ kind, at: folded.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at);
  return found[0]?.kind ?? 'other';
}

const hamletBodies =
  /^(cac )?(dong chi )?(luc luong )?(nong cot|truong (xom|thon|ban|ap|khu|ban cong tac)|bi thu chi bo|chi (bo|hoi|doan)|ban (chu nhiem|dieu hanh|cong tac mat tran|tu quan)|to (tu quan|lien gia|bao ve)|(xom|thon|ap|khu dan cu|to dan pho)\b|nguoi co uy tin|cac ho)/;
const communeBodies =
  /^(cac )?(dong chi )?(de nghi )?(truong |pho truong )?((cong an|ca|ubnd|uy ban nhan dan|dang uy|hdnd|ban chi dao|tram y te) (xa|phuong|thi tran)\b|dang uy\b|(hoi|doan|mat tran|mttq|uy ban mttq)\b.{0,30}\b(xa|phuong|thi tran)\b)/;

const roleOfBody = (name: string): DutyRole | undefined => {
  const folded = fold(name).trim();
  if (hamletBodies.test(folded)) return 'core_member';
  return communeBodies.test(folded) ? 'commune_police' : undefined;
};

/** The office whose paper it is does what the paper gives to nobody else. */
export const roleOfAgency = (agency: string | null): DutyRole =>
  agency !== null && roleOfBody(agency) !== undefined ? 'commune_police' : 'provincial_officer';

/** The first body that leads decides; without one, the body the text opens with; else `otherwise`. */
export function dutyRoleOf(
  duty: { readonly lead: readonly string[]; readonly text: string },
  otherwise: DutyRole,
): DutyRole {
  const named = duty.lead.length > 0 ? duty.lead : [duty.text];
  return named.map(roleOfBody).find((role) => role !== undefined) ?? otherwise;
}
