// Sentences the components say by themselves; everything else comes to them already in words.
import { showNumber } from '#ground/show.ts';
import { words } from '#ground/words.ts';

export const uiWords = words(
  {
    skipToContent: 'Đến nội dung chính',
    mainPlaces: 'Các mục chính',
    account: 'Tài khoản',
    signOut: 'Đăng xuất',
    otherLanguage: 'English',
    optional: 'không bắt buộc',
    working: 'Đang xử lý…',
    field: {
      pick: 'Chọn…',
      choose: 'Hãy chọn một mục.',
      tick: 'Hãy đánh dấu vào ô này.',
      file: 'Hãy chọn tệp.',
      missing: 'Mục này cần được điền.',
      tooLong: (most: string, has: string) => `Dài nhất ${most} ký tự; hiện có ${has}.`,
      notBefore: (least: string) => `Sớm nhất là ${least}.`,
      notAfter: (most: string) => `Muộn nhất là ${most}.`,
      notNumber: (typed: string) =>
        `“${typed}” không phải là số. Chỉ gõ chữ số, ví dụ 1.222 hoặc 991,89.`,
      notDay: (typed: string) =>
        `“${typed}” không phải là một ngày. Gõ ngày/tháng/năm, ví dụ 23/11/2026.`,
      notTime: (typed: string) => `“${typed}” không phải là giờ. Gõ giờ:phút, ví dụ 19:30.`,
      notWithin: (typed: string, least: string, most: string) =>
        `“${typed}” không dùng được: nhập số từ ${least} đến ${most}.`,
      notWhole: (typed: string, least: string, most: string) =>
        `“${typed}” không dùng được: nhập số nguyên từ ${least} đến ${most}.`,
      tooManyLines: (most: string, has: string) => `Nhiều nhất ${most} dòng; hiện có ${has}.`,
      mail: 'Địa chỉ thư viết như ten@vidu.vn.',
      other: 'Chưa đúng cách viết.',
    },
    sending: {
      unsent:
        'Chưa gửi được vì không có mạng. Những gì bạn gõ vẫn còn nguyên ở đây và sẽ được gửi lại khi có mạng.',
      again: 'Gửi lại ngay',
      saved: 'Đã ghi nhận.',
      refilled: 'Đã điền lại phần bạn gõ dở.',
      drop: 'Bỏ phần gõ dở',
      close: 'Đóng',
    },
    day: {
      format: 'ngày/tháng/năm',
      choose: 'Chọn ngày',
      previousMonth: 'Tháng trước',
      nextMonth: 'Tháng sau',
      previousYear: 'Năm trước',
      nextYear: 'Năm sau',
      close: 'Đóng lịch',
    },
    file: {
      photo: 'Chọn ảnh',
      camera: 'Chụp ảnh',
      other: 'Chọn tệp',
      drop: 'hoặc kéo thả vào đây',
      size: (megabytes: string) => `${megabytes} MB`,
    },
    tooBig: (megabytes: number) =>
      `Tệp lớn hơn ${showNumber(megabytes)} MB; mời bạn chọn tệp nhỏ hơn.`,
    belowTen: 'dưới 10',
    steps: 'Các bước',
    step: (number: number) => `Bước ${showNumber(number)}`,
    stepState: { done: 'đã xong', current: 'đang làm', ahead: 'chưa tới' },
    late: 'quá hạn',
    state: {
      done: 'Đã xong',
      due: 'Đến hạn',
      overdue: 'Quá hạn',
      waiting: 'Đang chờ',
      ongoing: 'Thường xuyên',
      draft: 'Bản thảo',
      issued: 'Đã ban hành',
    },
    error: {
      notFoundTitle: 'Không có trang này',
      notFound: 'Địa chỉ có thể đã đổi hoặc gõ nhầm. Mời bạn về trang đầu và tìm lại từ đó.',
      notAllowedTitle: 'Trang này không dành cho tài khoản của bạn',
      notAllowed: 'Nếu công việc cần đến trang này, hãy nhờ người quản trị cấp quyền.',
      tooBigTitle: 'Tệp gửi lên lớn quá',
      tooBig:
        'Chưa có gì được lưu. Mời bạn quay lại trang trước, những gì đã gõ vẫn còn, và chọn tệp nhỏ hơn.',
      notUnderstoodTitle: 'Hệ thống không đọc được yêu cầu này',
      notUnderstood:
        'Chưa có gì được lưu. Mời bạn quay lại trang trước, tải lại trang rồi thử lại.',
      noRoomTitle: 'Chưa lưu được vì máy chủ hết chỗ chứa',
      noRoom:
        'Chưa có gì được lưu. Mời bạn quay lại trang trước, những gì đã gõ vẫn còn; hãy báo người quản trị rồi gửi lại sau.',
      busyTitle: 'Máy chủ đang quá bận',
      busy: 'Chưa có gì được lưu. Mời bạn quay lại trang trước và gửi lại sau ít phút.',
      brokenTitle: 'Hệ thống đang gặp lỗi',
      broken:
        'Lỗi ở phía hệ thống, không phải do bạn. Những gì đã lưu từ trước vẫn còn nguyên. Mời bạn thử lại sau ít phút; nếu vẫn vậy, hãy báo người quản trị.',
      toFront: 'Về trang đầu',
    },
  },
  {
    skipToContent: 'Skip to main content',
    mainPlaces: 'Main places',
    account: 'Account',
    signOut: 'Sign out',
    otherLanguage: 'Tiếng Việt',
    optional: 'optional',
    working: 'Working…',
    field: {
      pick: 'Choose…',
      choose: 'Please choose one.',
      tick: 'Please tick this box.',
      file: 'Please choose a file.',
      missing: 'This needs to be filled in.',
      tooLong: (most: string, has: string) => `At most ${most} characters; there are ${has}.`,
      notBefore: (least: string) => `${least} at the earliest.`,
      notAfter: (most: string) => `${most} at the latest.`,
      notNumber: (typed: string) =>
        `“${typed}” is not a number. Digits only, such as 1.222 or 991,89.`,
      notDay: (typed: string) =>
        `“${typed}” is not a day. Type day/month/year, such as 23/11/2026.`,
      notTime: (typed: string) =>
        `“${typed}” is not a time. Type hours:minutes of 24 hours, such as 19:30.`,
      notWithin: (typed: string, least: string, most: string) =>
        `“${typed}” cannot be used: enter a number from ${least} to ${most}.`,
      notWhole: (typed: string, least: string, most: string) =>
        `“${typed}” cannot be used: enter a whole number from ${least} to ${most}.`,
      tooManyLines: (most: string, has: string) => `At most ${most} lines; there are ${has}.`,
      mail: 'A mail address looks like name@example.vn.',
      other: 'Not in the right form.',
    },
    sending: {
      unsent:
        'Not sent, as there is no connection. What you typed is still here and will be sent when the line is back.',
      again: 'Send again now',
      saved: 'Done.',
      refilled: 'What you had begun to type has been put back.',
      drop: 'Drop it and start afresh',
      close: 'Close',
    },
    day: {
      format: 'day/month/year',
      choose: 'Choose a day',
      previousMonth: 'Previous month',
      nextMonth: 'Next month',
      previousYear: 'Previous year',
      nextYear: 'Next year',
      close: 'Close the calendar',
    },
    file: {
      photo: 'Choose a photo',
      camera: 'Take a photo',
      other: 'Choose a file',
      drop: 'or drop it here',
      size: (megabytes: string) => `${megabytes} MB`,
    },
    tooBig: (megabytes: number) =>
      `The file is larger than ${showNumber(megabytes, 'en')} MB; please choose a smaller one.`,
    belowTen: 'below 10',
    steps: 'Steps',
    step: (number: number) => `Step ${showNumber(number, 'en')}`,
    stepState: { done: 'done', current: 'in progress', ahead: 'not yet' },
    late: 'late',
    state: {
      done: 'Done',
      due: 'Due',
      overdue: 'Overdue',
      waiting: 'Waiting',
      ongoing: 'Ongoing',
      draft: 'Draft',
      issued: 'Issued',
    },
    error: {
      notFoundTitle: 'There is no such page',
      notFound:
        'The address may have changed or been mistyped. Please start again at the front page.',
      notAllowedTitle: 'This page is not open to your account',
      notAllowed: 'If your work needs it, ask the administrator for access.',
      tooBigTitle: 'The file you sent is too large',
      tooBig:
        'Nothing was saved. Please go back, where what you typed still stands, and choose a smaller file.',
      notUnderstoodTitle: 'This request could not be read',
      notUnderstood: 'Nothing was saved. Please go back, load the page again and try once more.',
      noRoomTitle: 'Not saved: the server has no room left',
      noRoom:
        'Nothing was saved. Please go back, where what you typed still stands, tell the administrator and send it again later.',
      busyTitle: 'The server is too busy',
      busy: 'Nothing was saved. Please go back and send it again in a few minutes.',
      brokenTitle: 'Something went wrong on our side',
      broken:
        'It is not your doing, and what was saved before is safe. Please try again in a few minutes; if it stays so, tell the administrator.',
      toFront: 'To the front page',
    },
  },
);
