// What the bodies a unit usually has are called: 'Công an xã Phú Thịnh', 'Tỉnh ủy Thái Nguyên'.

import type { BodyKind } from './body.ts';
import { inSentence, type Unit } from './unit.ts';

/** Official names are Vietnamese in every language. */
const before: Readonly<Record<Exclude<BodyKind, 'school' | 'other'>, string>> = {
  police: 'Công an',
  party_committee: 'Đảng ủy',
  people_committee: 'Ủy ban nhân dân',
  people_council: 'Hội đồng nhân dân',
  fatherland_front: 'Ủy ban Mặt trận Tổ quốc Việt Nam',
  womens_union: 'Hội Liên hiệp Phụ nữ',
  youth_union: 'Đoàn Thanh niên Cộng sản Hồ Chí Minh',
  veterans: 'Hội Cựu chiến binh',
  farmers: 'Hội Nông dân',
  elderly: 'Hội Người cao tuổi',
  health_station: 'Trạm Y tế',
  security_team: 'Tổ bảo vệ an ninh, trật tự',
  party_cell: 'Chi bộ',
};

/** Undefined for a school and for what has no usual name. */
export function usualName(kind: BodyKind, unit: Pick<Unit, 'level' | 'name'>): string | undefined {
  if (kind === 'school' || kind === 'other') return undefined;
  const isHigher = unit.level === 'tinh' || unit.level === 'huyen';
  if (kind === 'party_committee' && isHigher) return partyCommittee(unit.name);
  return `${before[kind]} ${inSentence(unit.name)}`;
}

/** 'Tỉnh Thái Nguyên' has a 'Tỉnh ủy Thái Nguyên', 'thành phố Huế' a 'Thành ủy Huế'. */
function partyCommittee(name: string): string {
  const [, kind = '', place = name] =
    /^(tỉnh|thành phố|huyện|quận|thị xã)\s+(.+)$/iu.exec(name) ?? [];
  const words: Readonly<Record<string, string>> = {
    tỉnh: 'Tỉnh ủy',
    'thành phố': 'Thành ủy',
    huyện: 'Huyện ủy',
    quận: 'Quận ủy',
    'thị xã': 'Thị ủy',
  };
  return `${words[kind.toLocaleLowerCase('vi')] ?? 'Đảng ủy'} ${place}`;
}
