// What a heading or a label is about, by its words.

export type Topic =
  | 'bases'
  | 'objectives'
  | 'situation'
  | 'contents'
  | 'steps'
  | 'duties'
  | 'checks'
  | 'reviews'
  | 'organisation'
  | 'assignments'
  | 'means'
  | 'funding'
  | 'period'
  | 'scope';

/** The topics a heading names, the more telling ones first; empty where it names none. */
export function topicsOf(folded: string): readonly Topic[] {
  const found = words.filter(([, pattern]) => pattern.test(folded)).map(([topic]) => topic);
  if (/^(?:cac )?noi dung phoi hop\b/u.test(folded)) return ['contents'];
  return found.includes('assignments') || found.includes('steps')
    ? found.filter((topic) => topic !== 'organisation' && topic !== 'contents')
    : found;
}

/** The topic of a label before a colon ('Kinh phí: …') where it is one that stands for itself. */
export function labelTopic(folded: string): Topic | null {
  return labels.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

const words: readonly (readonly [Topic, RegExp])[] = [
  ['bases', /^(?:cac |nhung )?(?:can cu|co so phap ly)\b/u],
  ['objectives', /\b(?:muc dich|yeu cau|muc tieu|chi tieu|quan diem)\b/u],
  [
    'situation',
    /\b(?:tinh hinh|dac diem|thuc trang|su can thiet|tinh cap thiet|ly do|co so (?:thuc tien|chinh tri|khoa hoc|xay dung)|xuat phat tu|danh gia chung|nguyen nhan|khai quat|boi canh)\b/u,
  ],
  [
    'steps',
    /\b(?:cac buoc|buoc (?:xay dung|tien hanh|thuc hien)|tien do|lo trinh|trinh tu|cac giai doan|cac dot|phan ky|quy trinh|ke hoach (?:trien khai|cong viec|chi tiet)|lich (?:trien khai|thuc hien|cong tac)|cong viec cu the)\b/u,
  ],
  [
    'assignments',
    /\b(?:phan cong|trach nhiem (?:cua|cac|thuc hien)|nhiem vu (?:cua|cac|cu the))\b/u,
  ],
  ['duties', /\bphoi hop\b|\b(?:thong tin|che do),? bao cao\b/u],
  ['checks', /\b(?:kiem tra|don doc|giam sat)\b/u],
  ['reviews', /\b(?:so ket|tong ket)\b/u],
  [
    'contents',
    /\b(?:noi dung|bien phap|giai phap|nhiem vu|hinh thuc|cong tac tuyen truyen|hoat dong cua mo hinh)\b/u,
  ],
  [
    'means',
    /\b(?:phuong tien|co so vat chat|trang thiet bi|trang bi|hau can|dieu kien bao dam)\b/u,
  ],
  ['funding', /\b(?:kinh phi|nguon von|nguon luc tai chinh)\b/u],
  ['period', /\b(?:thoi gian|thoi han)\b/u],
  ['scope', /\b(?:dia ban|pham vi|dia diem|doi tuong|thanh phan)\b/u],
  ['organisation', /\b(?:to chuc thuc hien|to chuc trien khai|dieu khoan thi hanh)\b/u],
];

/** A short plan tells a whole section behind a label: 'Mục tiêu: không để xảy ra trộm cắp.' */
export const sectionOfLabel = (folded: string): Topic | null =>
  sectionLabels.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;

const sectionLabels: readonly (readonly [Topic, RegExp])[] = [
  [
    'objectives',
    /^(?:muc dich|muc tieu|yeu cau|chi tieu)(?:,? (?:yeu cau|y nghia|chung|cu the))? ?:/u,
  ],
  ['situation', /^(?:ly do|tinh hinh|dac diem|thuc trang)[^:]{0,40}:/u],
  ['contents', /^(?:noi dung|bien phap|giai phap|nhiem vu|dia ban|pham vi|thanh phan)[^:]{0,30}:/u],
];

const labels: readonly (readonly [Topic, RegExp])[] = [
  ['funding', /^(?:ve |nguon )?(?:kinh phi|du toan|nguon von)\b/u],
  ['means', /^(?:ve )?(?:phuong tien|co so vat chat|trang thiet bi|trang bi|hau can)\b/u],
  [
    'period',
    /^(?:ve )?(?:thoi gian|thoi han)(?: (?:thuc hien|trien khai|tien hanh|hoat dong|xay dung|ap dung)\b|$)/u,
  ],
  ['checks', /^(?:ve )?(?:cong tac |che do |to chuc )?(?:kiem tra|don doc|giam sat)\b/u],
  ['reviews', /^(?:ve )?(?:cong tac |che do |to chuc )?(?:so ket|tong ket)\b/u],
];
