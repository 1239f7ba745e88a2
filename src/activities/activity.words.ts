// What the activities say: their kinds, what their form asks for, and why one is refused.

import { words } from '#ground/words.ts';

export const activityWords = words(
  {
    kind: {
      talk: 'Tuyên truyền',
      meeting: 'Họp',
      patrol: 'Tuần tra',
      visit: 'Thăm hỏi, giúp đỡ',
      commitment: 'Ký cam kết',
      mediation: 'Hòa giải',
      campaign: 'Vận động, ra quân',
      other: 'Việc khác',
    },
    field: {
      kind: 'Loại hoạt động',
      day: 'Ngày',
      place: 'Địa điểm',
      participants: 'Số người tham gia',
      note: 'Ghi chú',
      photos: 'Ảnh',
    },
    noNames: 'Không ghi tên, địa chỉ của người sử dụng ma túy hay người được giúp đỡ.',
    refusal: {
      forbidden: 'Vai trò của bạn không được ghi hoạt động ở đây.',
      'not-found': 'Không tìm thấy, hoặc không thuộc nơi bạn phụ trách.',
      'in-future': 'Ngày này chưa đến.',
      'place-missing': 'Hãy ghi địa điểm.',
      'already-corrected': 'Hoạt động này đã được sửa rồi; hãy sửa bản mới nhất.',
    },
  },
  {
    kind: {
      talk: 'Talk',
      meeting: 'Meeting',
      patrol: 'Patrol',
      visit: 'Visit of help',
      commitment: 'Commitment signing',
      mediation: 'Dispute settled',
      campaign: 'Campaign',
      other: 'Other',
    },
    field: {
      kind: 'Kind of activity',
      day: 'Day',
      place: 'Place',
      participants: 'People who took part',
      note: 'Note',
      photos: 'Photos',
    },
    noNames: 'No names or addresses of people who use drugs or who are being helped.',
    refusal: {
      forbidden: 'Your role may not record activities here.',
      'not-found': 'Not found, or not in your charge.',
      'in-future': 'That day has not come yet.',
      'place-missing': 'Please say where it was.',
      'already-corrected': 'This activity was corrected already; correct the latest entry.',
    },
  },
);
