// Made-up names for the demo's rosters, put together from common parts as six peoples of the hills call themselves.

type Half = { readonly middles: readonly string[]; readonly given: readonly string[] };
type People = { readonly families: readonly string[]; readonly women: Half; readonly men: Half };

const oneOf = (middle: string, given: string): Half => ({
  middles: [middle],
  given: given.split(' '),
});

const peoples: readonly People[] = [
  {
    families: ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Vũ', 'Đỗ', 'Bùi'],
    women: {
      middles: ['Thị', 'Thu', 'Ngọc'],
      given: ['Hạnh', 'Hòa', 'Lan', 'Thảo', 'Dung', 'Giang'],
    },
    men: {
      middles: ['Văn', 'Đức', 'Quang'],
      given: ['An', 'Bình', 'Chiến', 'Khánh', 'Minh', 'Thắng'],
    },
  },
  {
    families: ['Nông', 'Hoàng', 'Ma', 'Bế'],
    women: oneOf('Thị', 'Cúc Hiền Mến Ngân Thắm'),
    men: oneOf('Văn', 'Bảo Khôi Lưu Sáng Thuận'),
  },
  {
    families: ['Triệu', 'Lương', 'Lý'],
    women: oneOf('Thị', 'Én Lưu Nguyệt Tuyết'),
    men: oneOf('Văn', 'Hợp Kiên Toàn Vượng'),
  },
  {
    families: ['Bàn', 'Đặng', 'Phùng'],
    women: oneOf('Thị', 'Hương Lai Mẩy Nhị'),
    men: oneOf('Tiến', 'Phúc Quý Sinh Thành'),
  },
  {
    families: ['Diệp', 'Trương', 'Ôn'],
    women: oneOf('Thị', 'Bích Loan Tâm Xuân'),
    men: oneOf('Văn', 'Hải Lâm Nam Tùng'),
  },
  {
    families: ['Giàng', 'Sùng', 'Vàng'],
    women: oneOf('Thị', 'Chư Dợ Máy Mỷ'),
    men: oneOf('A', 'Chu Lềnh Páo Tủa'),
  },
];

const namesOf = ({ families, women, men }: People): readonly string[] =>
  families.flatMap((family) =>
    [women, men].flatMap(({ middles, given }) =>
      middles.flatMap((middle) => given.map((name) => `${family} ${middle} ${name}`)),
    ),
  );

const names = peoples.map(namesOf);

/** Shares no divisor with the number of any people's names, so that it meets each of them once. */
const stride = 11;

/** Another name for each number of the demo’s rosters; every second one of the first people. */
export function demoName(at: number): string {
  const turn = Math.floor(at / 2);
  const others = names.length - 1;
  const [of, nth] = at % 2 === 0 ? [0, turn] : [1 + (turn % others), Math.floor(turn / others)];
  const own = names[of] ?? [];
  return own[(nth * stride) % own.length] ?? '';
}
