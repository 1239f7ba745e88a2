// What the screens of activities say: recording one, the list by month, one entry and its correction.

import { showNumber } from '#ground/show.ts';
import { words } from '#ground/words.ts';

export const activityScreenWords = words(
  {
    title: 'Hoạt động',
    none: 'Chưa ghi hoạt động nào',
    noneHint:
      'Buổi tuyên truyền, cuộc họp, lượt tuần tra, lần thăm hỏi… được ghi ở đây, mỗi việc chưa đầy nửa phút. Số liệu và báo cáo lấy từ đó.',
    noneInMonths: 'Không có hoạt động nào trong các tháng này.',
    month: (month: string) => `Tháng ${month}`,
    counted: (activities: number, people: string) =>
      `${showNumber(activities)} hoạt động · ${people} lượt người`,
    older: 'Các tháng trước đó',
    newer: 'Về tháng này',
    people: (_: number, shown: string) => `${shown} người`,
    photos: (photos: number) => `${showNumber(photos)} ảnh`,
    record: 'Ghi hoạt động',
    save: 'Lưu hoạt động',
    saving: 'Đang lưu…',
    saved: 'Đã ghi hoạt động. Số liệu đã cập nhật.',
    savedCorrection: 'Đã lưu bản sửa. Số liệu đã cập nhật.',
    another: 'Ghi thêm hoạt động',
    photosHint:
      'Chụp hoặc chọn tối đa 10 ảnh, mỗi ảnh đến 8 MB. Vị trí và tên máy trong ảnh được xóa, ảnh được thu nhỏ ngay trên máy bạn, trước khi gửi.',
    photosAgain: 'Những gì đã gõ còn nguyên; riêng ảnh thì mời chọn lại.',
    shrinking: 'Đang thu nhỏ ảnh…',
    notSent: {
      'photo-unknown':
        'Có tệp máy bạn không mở được như ảnh, nên đã bỏ ra. Hãy chọn ảnh JPEG, PNG hoặc WebP.',
      'picture-too-large':
        'Có ảnh quá lớn (hơn 120 triệu điểm ảnh), nên đã bỏ ra. Hãy chụp ở cỡ thường.',
    },
    photosReady: (photos: number, megabytes: string) =>
      `${showNumber(photos)} ảnh, tổng cộng ${megabytes} MB`,
    participantsHint: 'Bỏ trống nếu không đếm.',
    unit: 'người',
    keepPhoto: (number: number) => `Giữ ảnh ${showNumber(number)}`,
    photo: (number: number) => `Ảnh ${showNumber(number)}`,
    correct: 'Sửa hoạt động này',
    correcting: 'Sửa hoạt động',
    correctHint:
      'Bản sửa được ghi bên cạnh; bản cũ vẫn xem lại được và không còn tính vào số liệu.',
    saveCorrection: 'Lưu bản sửa',
    cancel: 'Không sửa nữa',
    correctedBy: 'Bản này đã được sửa và không còn tính vào số liệu.',
    toLatest: 'Xem bản mới nhất',
    versions: 'Các lần ghi',
    recorded: (name: string, day: string) => `${name} ghi ngày ${day}`,
    notCounted: 'không đếm',
  },
  {
    title: 'Activities',
    none: 'No activities recorded yet',
    noneHint:
      'Talks, meetings, patrols, visits… are recorded here, each in under half a minute. Figures and reports come from them.',
    noneInMonths: 'No activities in these months.',
    month: (month: string) => `In ${month}`,
    counted: (activities: number, people: string) =>
      `${showNumber(activities, 'en')} ${activities === 1 ? 'activity' : 'activities'} · attendance ${people}`,
    older: 'Earlier months',
    newer: 'Back to this month',
    people: (count: number, shown: string) => (count === 1 ? '1 person' : `${shown} people`),
    photos: (photos: number) => (photos === 1 ? '1 photo' : `${showNumber(photos, 'en')} photos`),
    record: 'Record an activity',
    save: 'Save the activity',
    saving: 'Saving…',
    saved: 'The activity is recorded; the figures are up to date.',
    savedCorrection: 'The correction is saved; the figures are up to date.',
    another: 'Record another',
    photosHint:
      'Take or choose up to 10 photos, 8 MB each. Place and camera are removed and big photos made smaller on your device, before anything is sent.',
    photosAgain: 'What you typed is still here; only the photos must be chosen again.',
    shrinking: 'Making the photos smaller…',
    notSent: {
      'photo-unknown':
        'Your device cannot open a file as a picture, so it was left out. Please choose a JPEG, PNG or WebP.',
      'picture-too-large':
        'A picture is too large (over 120 million pixels), so it was left out. Please take it at the usual size.',
    },
    photosReady: (photos: number, megabytes: string) =>
      `${showNumber(photos, 'en')} ${photos === 1 ? 'photo' : 'photos'}, ${megabytes} MB in all`,
    participantsHint: 'Leave empty where nobody counted.',
    unit: 'people',
    keepPhoto: (number: number) => `Keep photo ${showNumber(number, 'en')}`,
    photo: (number: number) => `Photo ${showNumber(number, 'en')}`,
    correct: 'Correct this activity',
    correcting: 'Correct the activity',
    correctHint:
      'The correction is recorded beside it; the old entry can still be seen and no longer counts.',
    saveCorrection: 'Save the correction',
    cancel: 'Leave it as it is',
    correctedBy: 'This entry was corrected and no longer counts.',
    toLatest: 'See the latest entry',
    versions: 'Entries',
    recorded: (name: string, day: string) => `recorded by ${name} on ${day}`,
    notCounted: 'not counted',
  },
);
