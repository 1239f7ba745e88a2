// What the import of units says: its forms, what a file would do, and what is wrong with a line.

import { showNumber } from '#ground/show.ts';
import { words } from '#ground/words.ts';

export const importWords = words(
  {
    title: 'Nhập đơn vị hành chính',
    hint: 'Xem trước tệp sẽ làm gì, rồi mới ghi. Nhập lại cùng một tệp không thay đổi gì.',
    snapshot: 'Danh mục đơn vị của một thời kỳ',
    snapshotHint:
      'Tệp CSV, UTF-8, dòng đầu: code,name,kind,parent_code; kind là tinh, huyen hoặc xa.',
    mergers: 'Đơn vị mới hình thành từ đâu',
    mergersHint:
      'Tệp CSV, UTF-8, dòng đầu: code,name,merged_from. Hãy nhập danh mục cũ và mới trước tệp này.',
    file: 'Tệp CSV',
    from: 'Có hiệu lực từ ngày',
    to: 'đến hết ngày',
    toHint: 'Để trống nếu đơn vị còn hiệu lực.',
    legalAct: 'Căn cứ pháp lý',
    reach: 'Tệp này gồm',
    reaches: {
      listed: { label: 'Một hoặc vài tỉnh', hint: 'Tỉnh không có trong tệp giữ nguyên.' },
      country: { label: 'Cả nước', hint: 'Đơn vị không có trong tệp thì kết thúc.' },
    },
    province: 'Tỉnh hiện nay',
    effectiveOn: 'Sáp nhập từ ngày',
    preview: 'Xem trước',
    confirm: 'Ghi vào danh mục',
    another: 'Chọn tệp khác',
    willDo: (name: string) => `Tệp ${name} sẽ làm gì`,
    counts: {
      rows: 'Dòng trong tệp',
      begun: 'Đơn vị mới',
      unchanged: 'Giữ nguyên',
      changed: 'Mã chuyển sang tên hoặc cấp trên khác',
      ended: 'Kết thúc',
      hamlets: 'Thôn, xóm đứng trong đơn vị kết thúc',
      sites: 'Điểm mô hình đứng trong đơn vị kết thúc',
      tied: 'Đơn vị khớp',
      left: 'Dòng phải tự ghi',
    },
    waiting:
      'Thôn, xóm và điểm mô hình ấy chờ biết đơn vị cũ về đâu; nhập tiếp tệp sáp nhập để chúng đi theo.',
    restored: (count: number) =>
      `${showNumber(count)} mã đã mất số 0 ở đầu, nay ghi lại đủ: tỉnh 2 số, huyện 3 số, xã 5 số.`,
    nothingToDo: 'Mọi dòng đã có sẵn, không có gì để ghi.',
    examples: 'Vài dòng để soát',
    codeNow: (code: string, old: string, now: string) => `${code}: ${old} → ${now}`,
    provincesFound: (names: string) => `Tìm trong các tỉnh cũ: ${names}.`,
    fromParts: 'Từ',
    readAs: (name: string) => `đọc là ${name}`,
    part: 'một phần',
    newUnit: 'Đơn vị mới',
    line: (line: number) => `Dòng ${showNumber(line)}`,
    errorsIn: (count: number) => `${showNumber(count)} lỗi trong tệp; chưa có gì được ghi.`,
    leftOut: (count: number) =>
      `${showNumber(count)} chỗ chưa khớp. Những dòng này được bỏ qua; hãy sửa tệp rồi nhập lại, hoặc ghi tay ở trang của từng đơn vị.`,
    moreErrors: (count: number) => `… và ${showNumber(count)} lỗi nữa.`,
    doneSnapshot: (begun: number, ended: number) =>
      `Đã ghi: ${showNumber(begun)} đơn vị mới, ${showNumber(ended)} đơn vị kết thúc.`,
    doneMergers: (tied: number) => `Đã ghi ${showNumber(tied)} thay đổi.`,
    row: {
      'kind-unknown': (about: string) => `cấp “${about}” không có; hãy ghi tinh, huyen hoặc xa`,
      'code-empty': (about: string) => `“${about}” thiếu mã`,
      'code-wrong': (about: string) => `mã “${about}” không đúng dạng`,
      'code-twice': (about: string) => `mã ${about} có hai lần`,
      'name-empty': (about: string) => `mã ${about} thiếu tên`,
      'name-too-long': (about: string) => `tên dài quá 120 chữ: ${about}`,
      'parent-missing': (about: string) => `không có đơn vị cấp trên mang mã “${about}” trong tệp`,
      'parent-unneeded': (about: string) => `tỉnh không có cấp trên, nhưng tệp ghi “${about}”`,
      'parent-unclear': (about: string) =>
        `mã cấp trên mất số 0 ở đầu, có thể là ${about}; hãy ghi đủ các số`,
      'parent-wrong': (about: string) => `đơn vị mang mã ${about} không phải cấp trên của cấp này`,
      'new-unknown': (about: string) => `không có đơn vị mới “${about}” trong tỉnh từ ngày ấy`,
      'new-twice': (about: string) => `“${about}” có hai dòng`,
      'nothing-named': (about: string) => `“${about}” không ghi hình thành từ đâu`,
      'old-unknown': (about: string) => `không tìm thấy đơn vị cũ “${about}” trong tỉnh`,
      'old-ambiguous': (about: string) =>
        `“${about}” có thể là nhiều đơn vị; hãy ghi thêm huyện trong ngoặc`,
      'old-stands': (about: string) =>
        `“${about}” vẫn còn hiệu lực, nên không thể đã nhập vào đơn vị khác`,
    },
    problem: {
      'too-large': 'Tệp lớn quá 4 MB.',
      'not-utf8': 'Tệp không phải UTF-8. Trong Excel hãy chọn Lưu dưới dạng “CSV UTF-8”.',
      empty: 'Tệp không có dòng nào.',
      'header-wrong': 'Dòng đầu của tệp không đúng các cột cần có.',
      'column-misspelt': (needed: string, found: string) =>
        `Cột “${needed}” không có; có lẽ là “${found}”. Hãy sửa tên cột ở dòng đầu của tệp.`,
      separator: {
        ';': 'Tệp ngăn các cột bằng dấu chấm phẩy (;). Hãy ngăn bằng dấu phẩy (,) rồi nhập lại.',
        '\t': 'Tệp ngăn các cột bằng dấu tab. Hãy ngăn bằng dấu phẩy (,) rồi nhập lại.',
      },
      'separator-line': (found: string) =>
        `Dòng đầu của tệp là “${found}”, do Excel ghi thêm. Hãy xóa dòng ấy, để tên các cột ở dòng đầu, ngăn bằng dấu phẩy (,).`,
      'row-broken': (line: number) =>
        `Dòng ${showNumber(line)} thiếu hoặc thừa ô, hoặc ngoặc kép không đóng.`,
      'file-missing': 'Hãy chọn tệp CSV.',
      'day-missing': 'Hãy ghi ngày có hiệu lực.',
      'legal-act-missing': 'Hãy ghi căn cứ pháp lý.',
      'days-turned': 'Ngày cuối phải sau ngày đầu.',
      'province-unknown': 'Hãy chọn một tỉnh trong danh sách.',
      forbidden: 'Tài khoản của bạn không được nhập đơn vị.',
      contradicts: (names: string) =>
        `Tệp trái với danh mục đang có ở: ${names}. Nếu đây là danh mục của thời kỳ trước, hãy ghi ngày cuối.`,
    },
  },
  {
    title: 'Import administrative units',
    hint: 'See what a file would do before it is done. The same file again changes nothing.',
    snapshot: 'The units of a period',
    snapshotHint: 'CSV, UTF-8, first line: code,name,kind,parent_code; kind is tinh, huyen or xa.',
    mergers: 'What new units were made of',
    mergersHint:
      'CSV, UTF-8, first line: code,name,merged_from. Import the old and the new units first.',
    file: 'CSV file',
    from: 'Valid from',
    to: 'until',
    toHint: 'Empty while the units stand.',
    legalAct: 'Legal act',
    reach: 'The file holds',
    reaches: {
      listed: { label: 'One or some provinces', hint: 'Other provinces stay as they are.' },
      country: { label: 'The whole country', hint: 'Units that are not in it come to an end.' },
    },
    province: 'Province of today',
    effectiveOn: 'Merged from',
    preview: 'Look first',
    confirm: 'Write it down',
    another: 'Choose another file',
    willDo: (name: string) => `What ${name} will do`,
    counts: {
      rows: 'Lines in the file',
      begun: 'New units',
      unchanged: 'Unchanged',
      changed: 'Codes with another name or parent',
      ended: 'Coming to an end',
      hamlets: 'Hamlets in units that end',
      sites: 'Sites in units that end',
      tied: 'Units matched',
      left: 'Lines to settle by hand',
    },
    waiting:
      'Those hamlets and sites wait to be told where their old unit went; import the file of mergers next.',
    restored: (count: number) =>
      `${showNumber(count, 'en')} codes had lost their leading zeros and have them again: 2 digits for a province, 3 for a district, 5 for a commune.`,
    nothingToDo: 'Every line is on record; there is nothing to write.',
    examples: 'Some lines to check',
    codeNow: (code: string, old: string, now: string) => `${code}: ${old} → ${now}`,
    provincesFound: (names: string) => `Looked in the old provinces: ${names}.`,
    fromParts: 'From',
    readAs: (name: string) => `read as ${name}`,
    part: 'a part',
    newUnit: 'New unit',
    line: (line: number) => `Line ${showNumber(line, 'en')}`,
    errorsIn: (count: number) =>
      `${showNumber(count, 'en')} errors in the file; nothing was written.`,
    leftOut: (count: number) =>
      `${showNumber(count, 'en')} could not be matched. Those lines are left out; mend the file and import it again, or record them by hand on the page of each unit.`,
    moreErrors: (count: number) => `… and ${showNumber(count, 'en')} more.`,
    doneSnapshot: (begun: number, ended: number) =>
      `Written: ${showNumber(begun, 'en')} new units, ${showNumber(ended, 'en')} ended.`,
    doneMergers: (tied: number) => `${showNumber(tied, 'en')} changes written.`,
    row: {
      'kind-unknown': (about: string) => `there is no kind “${about}”; write tinh, huyen or xa`,
      'code-empty': (about: string) => `“${about}” has no code`,
      'code-wrong': (about: string) => `“${about}” is no code`,
      'code-twice': (about: string) => `code ${about} stands twice`,
      'name-empty': (about: string) => `code ${about} has no name`,
      'name-too-long': (about: string) => `name longer than 120 letters: ${about}`,
      'parent-missing': (about: string) => `no unit above it with the code “${about}” in the file`,
      'parent-unneeded': (about: string) =>
        `a province has no parent, but the file says “${about}”`,
      'parent-unclear': (about: string) =>
        `the code above lost its leading zeros and may be ${about}; write all its digits`,
      'parent-wrong': (about: string) => `unit ${about} cannot stand above this kind`,
      'new-unknown': (about: string) => `no new unit “${about}” in the province from that day`,
      'new-twice': (about: string) => `“${about}” has two lines`,
      'nothing-named': (about: string) => `“${about}” does not say what it was made of`,
      'old-unknown': (about: string) => `no old unit “${about}” in the province`,
      'old-ambiguous': (about: string) =>
        `“${about}” may be several units; add the district in brackets`,
      'old-stands': (about: string) =>
        `“${about}” still stands, so it cannot have gone into another unit`,
    },
    problem: {
      'too-large': 'The file is larger than 4 MB.',
      'not-utf8': 'The file is not UTF-8. In Excel, save it as “CSV UTF-8”.',
      empty: 'The file has no lines.',
      'header-wrong': 'The first line of the file does not name the columns needed.',
      'column-misspelt': (needed: string, found: string) =>
        `There is no column “${needed}”; perhaps it is “${found}”. Mend its name in the first line of the file.`,
      separator: {
        ';': 'Semicolons (;) stand between the columns. Put commas (,) there and import it again.',
        '\t': 'Tabs stand between the columns. Put commas (,) there and import it again.',
      },
      'separator-line': (found: string) =>
        `The first line is “${found}”, added by Excel. Take it out, so that the names of the columns come first, with commas (,) between them.`,
      'row-broken': (line: number) =>
        `Line ${showNumber(line, 'en')} has too few or too many cells, or an open quote.`,
      'file-missing': 'Please choose a CSV file.',
      'day-missing': 'Please give the day from which it is valid.',
      'legal-act-missing': 'Please give the legal act.',
      'days-turned': 'The last day must come after the first.',
      'province-unknown': 'Please choose a province from the list.',
      forbidden: 'Your account may not import units.',
      contradicts: (names: string) =>
        `The file contradicts what is on record at: ${names}. If it is of an earlier period, give its last day.`,
    },
  },
);
