// What the sites say: statuses, papers asked for, indicators, duties, and why something is refused.

import type { Day } from '#ground/day.ts';
import { showMonth } from '#ground/show.ts';
import { words, type Language } from '#ground/words.ts';
import type { BlueprintRefusal } from './blueprint.ts';
import type { DutyRefusal } from './duty.ts';
import type { StepRefusal } from './step.ts';
import type { Shown } from './suppress.ts';
import { showNumber } from '#ground/show.ts';

export const siteWords = words(
  {
    stepKind: {
      survey: 'Khảo sát',
      core_meeting: 'Họp lực lượng nòng cốt',
      prepare: 'Chuẩn bị điều kiện',
      assembly: 'Họp xóm',
      launch: 'Ra mắt',
      operate: 'Hoạt động',
      other: 'Việc khác',
    },
    stepStatus: {
      waiting: 'Chưa bắt đầu',
      running: 'Đang làm',
      overdue: 'Quá hạn',
      closed: 'Đã xong',
      ongoing: 'Duy trì thường xuyên',
    },
    requirement: {
      survey_report: 'Báo cáo khảo sát tình hình',
      working_minutes: 'Biên bản làm việc với Đảng ủy, UBND, Công an xã',
      core_candidates: 'Danh sách dự kiến lực lượng nòng cốt',
      core_minutes: 'Biên bản họp lực lượng nòng cốt',
      consents: 'Bản tự nguyện tham gia của từng người',
      core_list: 'Danh sách lực lượng nòng cốt',
      regulation_draft: 'Dự thảo quy chế hoạt động',
      founding_draft: 'Tờ trình và dự thảo quyết định thành lập',
      budget: 'Dự toán kinh phí',
      commitment_form: 'Mẫu cam kết',
      box_and_hotline: 'Hòm thư tố giác và số điện thoại đường dây nóng',
      launch_plan: 'Kế hoạch lễ ra mắt',
      assembly_notice: 'Thông báo họp xóm',
      assembly_minutes: 'Biên bản họp xóm',
      tally_minutes: 'Biên bản kiểm phiếu',
      community_decision: 'Quyết định của cộng đồng dân cư',
      founding_decision: 'Quyết định thành lập mô hình, kèm danh sách',
      regulation_decision: 'Quyết định ban hành hoặc công nhận quy chế',
      launch_minutes: 'Biên bản hoặc tin, bài về lễ ra mắt',
      commitments: 'Bản cam kết của các hộ, giao ước thi đua',
      model_minutes: 'Biên bản họp mô hình',
      monthly_report: 'Báo cáo tháng',
      result: 'Kết quả thực hiện',
    },
    dutyKind: { duty: 'Nhiệm vụ', check: 'Kiểm tra', review: 'Sơ kết, tổng kết' },
    dutyStatus: { due: 'Chưa đến hạn', overdue: 'Quá hạn', done: 'Đã xong', 'kept-up': 'Duy trì' },
    duty: {
      checkOf: (due: Day) => `Kiểm tra tháng ${showMonth(due)}`,
      unannouncedCheck: 'Kiểm tra đột xuất',
      reviewOf: (kind: 'interim' | 'final', months: number) => {
        const name = kind === 'interim' ? 'Sơ kết' : 'Tổng kết';
        return months === 0 ? `${name} theo kế hoạch` : `${name} ${months} tháng`;
      },
    },
    indicator: {
      households_committed: { name: 'Hộ ký cam kết', unit: 'hộ' },
      core_members: { name: 'Thành viên nòng cốt', unit: 'người' },
      talks: { name: 'Buổi tuyên truyền', unit: 'buổi' },
      talk_attendees: { name: 'Lượt người nghe tuyên truyền', unit: 'lượt người' },
      meetings: { name: 'Cuộc họp', unit: 'cuộc' },
      patrols: { name: 'Lượt tuần tra', unit: 'lượt' },
      visits: { name: 'Lượt thăm hỏi, giúp đỡ', unit: 'lượt' },
      commitments: { name: 'Buổi ký cam kết', unit: 'buổi' },
      mediations: { name: 'Vụ việc hòa giải', unit: 'vụ' },
      campaigns: { name: 'Đợt vận động', unit: 'đợt' },
    },
    missingPart: {
      programme: 'tên mô hình',
      hamlet: 'tên xóm (thôn, tổ dân phố)',
      commune: 'tên xã (phường, thị trấn)',
      province: 'tên tỉnh (thành phố)',
      steps: 'các bước xây dựng',
    },
    shown: {
      below: (limit: number) => `dưới ${limit}`,
      withheld: 'không công bố',
    },
    refusal: {
      forbidden: 'Vai trò của bạn không được làm việc này.',
      'not-found': 'Không tìm thấy, hoặc không thuộc nơi bạn phụ trách.',
      'in-future': 'Ngày này chưa đến.',
      'already-started': 'Bước này đã bắt đầu rồi.',
      'already-closed': 'Bước này đã xong. Muốn sửa, hãy mở lại trước.',
      'not-closed': 'Bước này chưa đóng nên không cần mở lại.',
      'before-start': 'Ngày xong không thể trước ngày bắt đầu.',
      'kept-up': 'Việc này duy trì thường xuyên, không có ngày kết thúc.',
      'reason-missing': 'Hãy ghi lý do.',
      'not-later': 'Hãy chọn ngày sau hôm nay và sau hạn cũ.',
      'unknown-requirement': 'Bước này không cần loại giấy tờ đó.',
      'evidence-empty': 'Hãy kèm tệp hoặc ghi chú giấy tờ đang ở đâu.',
      'already-done': 'Việc này đã xong rồi.',
      'not-done': 'Việc này chưa xong nên không cần mở lại.',
      'counted-itself': 'Chỉ tiêu này tự đếm từ các hoạt động đã ghi; hãy sửa ở hoạt động.',
      'value-invalid': 'Giá trị phải là số từ 0 trở lên.',
      evidenceMissing: (papers: string) => `Chưa đóng được bước này. Còn thiếu: ${papers}.`,
      partsMissing: (parts: string) => `Chưa tạo được điểm mô hình. Còn thiếu: ${parts}.`,
    },
  },
  {
    stepKind: {
      survey: 'Survey',
      core_meeting: 'Meeting of the core members',
      prepare: 'Preparation',
      assembly: 'Residents’ meeting',
      launch: 'Launch',
      operate: 'Running',
      other: 'Other work',
    },
    stepStatus: {
      waiting: 'Not started',
      running: 'Under way',
      overdue: 'Overdue',
      closed: 'Closed',
      ongoing: 'Kept up all the time',
    },
    requirement: {
      survey_report: 'Report of the survey',
      working_minutes: 'Minutes of the talks with the Party committee, people’s committee and police',
      core_candidates: 'List of proposed core members',
      core_minutes: 'Minutes of the core members’ meeting',
      consents: 'Each person’s signed consent to take part',
      core_list: 'List of core members',
      regulation_draft: 'Draft regulation',
      founding_draft: 'Proposal and draft of the founding decision',
      budget: 'Budget estimate',
      commitment_form: 'Commitment form',
      box_and_hotline: 'Tip box and hotline number',
      launch_plan: 'Plan of the launch',
      assembly_notice: 'Notice of the residents’ meeting',
      assembly_minutes: 'Minutes of the residents’ meeting',
      tally_minutes: 'Minutes of the vote count',
      community_decision: 'Decision of the residential community',
      founding_decision: 'Founding decision, with the list of members',
      regulation_decision: 'Decision that issues or recognises the regulation',
      launch_minutes: 'Minutes or news of the launch',
      commitments: 'Households’ commitments and emulation pledges',
      model_minutes: 'Minutes of the model’s meeting',
      monthly_report: 'Monthly report',
      result: 'Result of the work',
    },
    dutyKind: { duty: 'Duty', check: 'Check', review: 'Review' },
    dutyStatus: { due: 'Not yet due', overdue: 'Overdue', done: 'Done', 'kept-up': 'Kept up' },
    duty: {
      checkOf: (due: Day) => `Check of ${showMonth(due)}`,
      unannouncedCheck: 'Unannounced check',
      reviewOf: (kind: 'interim' | 'final', months: number) => {
        const name = kind === 'interim' ? 'Interim review' : 'Final review';
        return months === 0 ? `${name} as planned` : `${name} after ${months} months`;
      },
    },
    indicator: {
      households_committed: { name: 'Households that signed a commitment', unit: 'households' },
      core_members: { name: 'Core members', unit: 'people' },
      talks: { name: 'Talks', unit: 'talks' },
      talk_attendees: { name: 'Attendance at talks', unit: 'people' },
      meetings: { name: 'Meetings', unit: 'meetings' },
      patrols: { name: 'Patrols', unit: 'patrols' },
      visits: { name: 'Visits of help', unit: 'visits' },
      commitments: { name: 'Commitment signings', unit: 'signings' },
      mediations: { name: 'Disputes settled', unit: 'cases' },
      campaigns: { name: 'Campaigns', unit: 'campaigns' },
    },
    missingPart: {
      programme: 'the model’s name',
      hamlet: 'the hamlet',
      commune: 'the commune',
      province: 'the province',
      steps: 'the building steps',
    },
    shown: {
      below: (limit: number) => `below ${limit}`,
      withheld: 'not published',
    },
    refusal: {
      forbidden: 'Your role may not do this.',
      'not-found': 'Not found, or not in your charge.',
      'in-future': 'That day has not come yet.',
      'already-started': 'This step has started already.',
      'already-closed': 'This step is closed. To change it, reopen it first.',
      'not-closed': 'This step is not closed, so it need not be reopened.',
      'before-start': 'It cannot be finished before the day it started.',
      'kept-up': 'This is kept up all the time and has no end.',
      'reason-missing': 'Please give the reason.',
      'not-later': 'Choose a day after today and after the former due date.',
      'unknown-requirement': 'This step does not need that paper.',
      'evidence-empty': 'Attach a file or note where the paper is kept.',
      'already-done': 'This is done already.',
      'not-done': 'This is not done yet, so it need not be reopened.',
      'counted-itself': 'This indicator counts the recorded activities itself; correct it there.',
      'value-invalid': 'The value must be a number, 0 or more.',
      evidenceMissing: (papers: string) => `The step cannot be closed yet. Missing: ${papers}.`,
      partsMissing: (parts: string) => `The site cannot be made yet. Missing: ${parts}.`,
    },
  },
);

export type SiteWords = (typeof siteWords)[Language];
export type SiteRefusal =
  | 'forbidden'
  | 'not-found'
  | 'counted-itself'
  | 'value-invalid'
  | DutyRefusal
  | StepRefusal
  | BlueprintRefusal;
