// What `npm start` says, in both languages; every reason not to start is one sentence.

import { meanings, type SettingRefusal } from '#ground/server/settings.ts';
import { words, type Language } from '#ground/words.ts';
import type { LockRefusal } from '#ground/server/lock.ts';
import type { MigrateRefusal } from '#ground/server/migrate.ts';
import type { PostgresRefusal } from '#ground/server/postgres.ts';
import type { BuildRefusal } from './start-build.ts';
import type { DoorRefusal, FirstPageRefusal } from './start-door.ts';

export type StartRefusal =
  | SettingRefusal
  | LockRefusal
  | DoorRefusal
  | PostgresRefusal
  | MigrateRefusal
  | BuildRefusal
  | FirstPageRefusal;

export const startWords = words(
  {
    startingDatabase: 'Đang mở cơ sở dữ liệu …',
    building: 'Đang dựng các trang …',
    running: (address: string) => `\nBình Yên đang chạy tại ${address}`,
    howToStop: 'Nhấn Ctrl-C để dừng.',
    stopping: 'Đang dừng …',
    unexpected: 'Có lỗi ngoài dự kiến',
  },
  {
    startingDatabase: 'Opening the database …',
    building: 'Building the pages …',
    running: (address: string) => `\nBình Yên is running at ${address}`,
    howToStop: 'Press Ctrl-C to stop.',
    stopping: 'Stopping …',
    unexpected: 'Something unexpected went wrong',
  },
);

type Reasons = {
  readonly [Kind in StartRefusal['kind']]: (
    refusal: Extract<StartRefusal, { readonly kind: Kind }>,
    language: Language,
  ) => Readonly<Record<Language, string>>;
};

/** Why the start was refused, and what to do about it. */
export function whyNot(refusal: StartRefusal, language: Language): string {
  // One entry for each kind, so the entry of this refusal's kind takes this refusal.
  const reason = reasons[refusal.kind] as (
    refusal: StartRefusal,
    language: Language,
  ) => Readonly<Record<Language, string>>;
  return reason(refusal, language)[language];
}

const reasons: Reasons = {
  setting: ({ names }, language) => {
    const listed = names.map((name) => `${name} (${meanings[name][language]})`).join('; ');
    return { vi: `Cài đặt chưa đúng: ${listed}.`, en: `These settings are not right: ${listed}.` };
  },
  locked: ({ pid }) => ({
    vi: `Thư mục dữ liệu này đang được dùng bởi tiến trình ${pid}; hãy dừng tiến trình đó trước.`,
    en: `This data folder is in use by process ${pid}; stop that one first.`,
  }),
  'no lock': ({ file }) => ({
    vi: `Không ghi được vào thư mục dữ liệu (${file}): hãy xem quyền của thư mục và chỗ trống trên ổ đĩa.`,
    en: `The data folder cannot be written to (${file}): see who may write there and whether the disk is full.`,
  }),
  'port taken': ({ port }) => ({
    vi: `Cổng ${port} đang có chương trình khác dùng; hãy chọn cổng khác, ví dụ: PORT=${port + 1} npm start`,
    en: `Port ${port} is used by another program; choose another one, for example: PORT=${port + 1} npm start`,
  }),
  'port not allowed': ({ port }) => ({
    vi: `Người dùng này không được mở cổng ${port}; hãy chọn cổng từ 1024 trở lên, ví dụ: PORT=4000 npm start`,
    en: `This user may not open port ${port}; choose one from 1024 up, for example: PORT=4000 npm start`,
  }),
  'no such address': ({ host }) => ({
    vi: `Máy này không có địa chỉ ${host} (HOST).`,
    en: `This machine has no address ${host} (HOST).`,
  }),
  'no user': ({ name }) => ({
    vi: `PostgreSQL không chạy dưới quyền root và không tạo được người dùng ${name}; hãy chạy bằng một người dùng thường.`,
    en: `PostgreSQL does not run as root and the user ${name} could not be made; start as an ordinary user.`,
  }),
  'no programs': ({ platform }) => ({
    vi: `Không có PostgreSQL kèm theo cho máy ${platform}; hãy đặt DATABASE_URL tới một PostgreSQL 15–18.`,
    en: `There is no embedded PostgreSQL for ${platform}; set DATABASE_URL to a PostgreSQL 15–18.`,
  }),
  'no room': ({ file }) => ({
    vi: `Ổ đĩa không còn chỗ cho cơ sở dữ liệu (${file}).`,
    en: `The disk has no room left for the database (${file}).`,
  }),
  'not allowed': ({ file }) => ({
    vi: `Người dùng này không được đọc hoặc ghi cơ sở dữ liệu; xem ${file}.`,
    en: `This user may not read or write the database; see ${file}.`,
  }),
  failed: ({ file }) => ({
    vi: `Cơ sở dữ liệu không khởi động được; lý do ở cuối tệp ${file}.`,
    en: `The database did not start; the reason is at the end of ${file}.`,
  }),
  'wrong version': ({ version }) => ({
    vi: `Cần PostgreSQL từ 15 đến 18; máy chủ trong DATABASE_URL là bản ${version}.`,
    en: `PostgreSQL 15 to 18 is needed; the server in DATABASE_URL is version ${version}.`,
  }),
  'newer data': ({ migration }) => ({
    vi: `Dữ liệu này do một bản Bình Yên mới hơn tạo ra (${migration}); hãy dùng bản đó.`,
    en: `This data was made by a newer Bình Yên (${migration}); use that one.`,
  }),
  unreachable: ({ reason }) => ({
    vi: `Không kết nối được cơ sở dữ liệu: ${reason}`,
    en: `The database cannot be reached: ${reason}`,
  }),
  'no build': ({ folder }) => ({
    vi: `Không thấy bản dựng nào trong ${folder} (BINH_YEN_APP).`,
    en: `There is no build in ${folder} (BINH_YEN_APP).`,
  }),
  'build failed': ({ output }) => ({
    vi: `${output}\nKhông dựng được các trang; lý do ở trên.`,
    en: `${output}\nThe pages could not be built; the reason is above.`,
  }),
  'first page': ({ status }) => ({
    vi: `Trang đầu tiên trả lời lỗi ${status}; lý do ở trên.`,
    en: `The first page answers with error ${status}; the reason is above.`,
  }),
};
