// The work of a site: steps, duties, activities, figures, and who recorded each.

import { freeText, link, moment, own, plain, type Columns, type Tables } from '../entry.ts';

const atSite = [
  'administrator',
  'provincial_officer',
  'commune_police',
  'core_member',
  'viewer',
] as const;

const recorded: Columns = {
  recorded_by: link('Ai ghi', 'Recorded by'),
  recorded_at: moment('Lúc ghi', 'Recorded at'),
};
const note = freeText('Ghi chú', 'Note');

const work = { purpose: 'work', basis: 'task', keep: 'work', seenBy: atSite } as const;

export const workTables: Tables = {
  programme: {
    ...work,
    called: ['Chương trình', 'Programmes'],
    columns: { ...plain('work', 'name folded_name'), ...plain('key', 'programme_id') },
  },
  site: {
    ...work,
    called: ['Điểm mô hình', 'Sites'],
    columns: {
      created_by: link('Ai tạo', 'Made by'),
      created_at: moment('Lúc tạo', 'Made at'),
      ...plain('place', 'hamlet commune district province folded_place'),
      ...plain('time', 'planned_from planned_to plan_from plan_to baseline_on'),
      ...plain('kind', 'demo calendar'),
      ...plain('key', 'site_id programme_id plan_id'),
    },
  },
  site_place: {
    ...work,
    called: ['Nơi của điểm mô hình', 'Where a site stands'],
    columns: {
      ...plain('place', 'unit_id commune_id'),
      ...plain('time', 'valid_from valid_to'),
      ...plain('key', 'site_id'),
    },
  },
  baseline_figure: {
    ...work,
    called: ['Số liệu ban đầu', 'Baseline figures'],
    columns: {
      // Counts of people at risk are suppressed below the floor wherever they are shown.
      ...plain('count', 'value unit qualifier year position'),
      ...plain('work', 'measure of line_from line_to'),
      ...plain('key', 'site_id figure_id'),
    },
  },
  step: {
    ...work,
    called: ['Các bước', 'Steps'],
    columns: {
      text: freeText('Nội dung bước trong kế hoạch', 'The step as planned', 'replaced', {
        whose: ['named'],
      }),
      due_text: freeText('Hạn như kế hoạch viết', 'Due as the plan says', 'replaced', {
        whose: ['named'],
      }),
      ...plain('kind', 'kind ongoing'),
      ...plain('count', 'number line_from line_to'),
      ...plain('time', 'planned_from due plan_from plan_due'),
      ...plain('key', 'site_id'),
    },
  },
  step_event: {
    ...work,
    called: ['Việc đã làm ở các bước', 'What happened to steps'],
    columns: {
      ...recorded,
      note,
      file_name: freeText('Tên tệp đính kèm', 'Name of the attached file'),
      ...plain('kind', 'kind requirement'),
      ...plain('time', 'day'),
      ...plain('count', 'number'),
      ...plain('file', 'file_ref'),
      ...plain('key', 'site_id event_id command_id'),
    },
  },
  open_step: {
    ...work,
    called: ['Bước chưa xong', 'Open steps'],
    columns: {
      ...plain('time', 'expected'),
      ...plain('count', 'number'),
      ...plain('key', 'site_id'),
    },
  },
  duty: {
    ...work,
    called: ['Nhiệm vụ', 'Duties'],
    columns: {
      text: freeText('Nội dung nhiệm vụ', 'The duty', 'replaced', { whose: ['named'] }),
      lead: freeText('Đơn vị, người chủ trì', 'Who leads', 'replaced', { whose: ['named'] }),
      support: freeText('Đơn vị, người phối hợp', 'Who supports', 'replaced', {
        whose: ['named'],
      }),
      due_text: freeText('Hạn như kế hoạch viết', 'Due as the plan says', 'replaced', {
        whose: ['named'],
      }),
      ...plain('kind', 'kind role'),
      ...plain('time', 'due plan_due'),
      ...plain('count', 'line_from line_to occurrence'),
      ...plain('key', 'site_id duty_id rhythm_id'),
    },
  },
  rhythm: {
    ...work,
    called: ['Việc định kỳ', 'What comes back'],
    columns: {
      due_text: freeText('Hạn như kế hoạch viết', 'Due as the plan says', 'replaced', {
        whose: ['named'],
      }),
      ...plain('kind', 'kind review_kind role'),
      ...plain('time', 'starts_on made_until'),
      ...plain('count', 'every_months line_from line_to'),
      ...plain('key', 'site_id rhythm_id'),
    },
  },
  duty_event: {
    ...work,
    called: ['Việc đã làm với nhiệm vụ', 'What happened to duties'],
    columns: {
      ...recorded,
      note,
      ...plain('kind', 'kind'),
      ...plain('time', 'day'),
      ...plain('key', 'site_id event_id command_id duty_id'),
    },
  },
  duty_holder: {
    ...work,
    called: ['Ai nhận nhiệm vụ', 'Who took on a duty'],
    columns: {
      person_id: link('Ai nhận', 'Who'),
      recorded_at: moment('Lúc ghi', 'Recorded at'),
      valid_from: moment('Từ ngày', 'From'),
      valid_to: moment('Đến ngày', 'Until'),
      ...plain('key', 'site_id holder_id command_id duty_id hand_over_id'),
    },
  },
  open_duty: {
    ...work,
    called: ['Nhiệm vụ chưa xong', 'Open duties'],
    columns: {
      ...plain('kind', 'role'),
      ...plain('time', 'expected'),
      ...plain('key', 'site_id duty_id'),
    },
  },
  resource: {
    ...work,
    called: ['Phương tiện, kinh phí', 'Means and money'],
    columns: {
      text: freeText('Nội dung', 'What', 'replaced', { whose: ['named'] }),
      ...plain('kind', 'kind'),
      ...plain('count', 'position'),
      ...plain('key', 'site_id resource_id'),
    },
  },
  activity: {
    ...work,
    called: ['Hoạt động', 'Activities'],
    columns: {
      ...recorded,
      note,
      place: freeText('Nơi diễn ra', 'Where'),
      ...plain('kind', 'kind'),
      ...plain('time', 'day'),
      ...plain('count', 'participants'),
      ...plain('key', 'site_id activity_id command_id replaces'),
    },
  },
  activity_photo: {
    ...work,
    called: ['Ảnh hoạt động', 'Pictures of activities'],
    columns: {
      file_ref: own('Ảnh: có thể có mặt người', 'Picture: may show faces', {
        whose: ['resident'],
        atErase: 'stays',
      }),
      ...plain('file', 'media_type'),
      ...plain('count', 'position'),
      ...plain('key', 'site_id activity_id'),
    },
  },
  indicator: {
    ...work,
    called: ['Chỉ tiêu', 'Indicators'],
    columns: {
      ...plain('work', 'key name unit'),
      ...plain('kind', 'kind'),
      ...plain('count', 'position baseline baseline_year target'),
      ...plain('key', 'site_id indicator_id'),
    },
  },
  indicator_entry: {
    ...work,
    called: ['Số liệu chỉ tiêu', 'Indicator entries'],
    columns: {
      ...recorded,
      note,
      ...plain('count', 'value'),
      ...plain('time', 'month'),
      ...plain('key', 'site_id entry_id command_id indicator_id'),
    },
  },
};
