// Papers: plans read in, drafts of reviews, what was issued and to whom.

import { freeText, link, moment, plain, type Tables } from '../entry.ts';

const readers = ['provincial_officer', 'commune_police'] as const;
const atSite = [
  'administrator',
  'provincial_officer',
  'commune_police',
  'core_member',
  'viewer',
] as const;

export const paperTables: Tables = {
  plan_reading: {
    called: ['Kế hoạch đã đọc', 'Plans read in'],
    purpose: 'papers',
    basis: 'archive',
    keep: 'papers',
    seenBy: readers,
    columns: {
      read_by: link('Ai đưa vào', 'Read in by'),
      read_at: moment('Lúc đưa vào', 'Read in at'),
      corrected_at: moment('Lúc sửa', 'Corrected at'),
      text: freeText('Toàn văn kế hoạch', 'The whole plan', 'stays', { whose: ['named'] }),
      as_read: freeText('Kế hoạch như máy đọc', 'The plan as read', 'stays', {
        whose: ['named'],
      }),
      plan: freeText('Kế hoạch đã sửa', 'The plan as corrected', 'stays', { whose: ['named'] }),
      file_name: freeText('Tên tệp', 'File name', 'replaced'),
      ...plain('file', 'file_ref'),
      ...plain('seal', 'text_hash'),
      ...plain('place', 'identity'),
      ...plain('key', 'plan_id command_id site_id'),
    },
  },
  site_recipient: {
    called: ['Nơi nhận văn bản', 'Recipients of papers'],
    purpose: 'papers',
    basis: 'task',
    keep: 'work',
    seenBy: atSite,
    columns: {
      name: freeText('Nơi nhận', 'Recipient', 'replaced', { whose: ['named'] }),
      purpose: freeText('Để làm gì', 'What for', 'replaced', { whose: ['named'] }),
      ...plain('count', 'position'),
      ...plain('key', 'site_id recipient_id'),
    },
  },
  review: {
    called: ['Bản soạn sơ kết, tổng kết', 'Drafts of reviews'],
    purpose: 'papers',
    basis: 'task',
    keep: 'work',
    seenBy: atSite,
    columns: {
      created_by: link('Ai soạn', 'Drafted by'),
      created_at: moment('Lúc soạn', 'Drafted at'),
      edited_by: link('Ai sửa', 'Edited by'),
      edited_at: moment('Lúc sửa', 'Edited at'),
      draft: freeText('Bản soạn, có tên người ký', 'The draft, with its signer’s name'),
      ...plain('kind', 'kind version'),
      ...plain('time', 'period_from period_to'),
      ...plain('key', 'site_id review_id command_id'),
    },
  },
  issued_paper: {
    called: ['Văn bản đã ban hành', 'Issued papers'],
    purpose: 'papers',
    basis: 'archive',
    keep: 'papers',
    seenBy: atSite,
    columns: {
      issued_by: link('Ai ban hành', 'Issued by'),
      issued_at: moment('Lúc ban hành', 'Issued at'),
      paper: freeText('Văn bản, có tên người ký', 'The paper, with its signer’s name', 'stays'),
      draft: freeText('Bản soạn đã ký', 'The draft it was made from', 'stays'),
      ...plain('place', 'agency symbol'),
      ...plain('count', 'year number'),
      ...plain('time', 'issued_on'),
      ...plain('key', 'site_id paper_id command_id review_id'),
    },
  },
  number_series: {
    called: ['Số văn bản', 'Numbers of papers'],
    purpose: 'papers',
    basis: 'archive',
    keep: 'catalogue',
    seenBy: ['provincial_officer'],
    columns: { ...plain('place', 'agency'), ...plain('count', 'year last_number') },
  },
};
