// Means, funding and period: what the plan is done with, who pays, and from when to when.

import type { PlanFunding, PlanPeriod } from '../plan.ts';
import { labelOf, type Paragraph } from './lines/paragraph.ts';
import { labelTopic } from './topics.ts';
import { timesIn } from './time/times.ts';
import type { When } from './time/when.ts';
import { splitWritten, type Written } from './written.ts';

/** The text of a paragraph without a label such as 'Phương tiện:'. */
export function spoken(of: Written): Written {
  const label = labelOf(of);
  return label !== null && label.rest.text !== '' && labelTopic(label.label.folded) !== null
    ? label.rest
    : of;
}

export const fundingOf = (of: Paragraph): PlanFunding => {
  const said = spoken(of);
  return { text: said.text, sources: sourcesIn(said), lines: of.lines };
};

/** The first and last day; times of a review named in the same breath are not the plan's own. */
export function periodOf(of: Paragraph, when: When): PlanPeriod | null {
  const said = spoken(of);
  const own = splitWritten(said, /[;,.](?= |$)/gu).filter(
    (part) => !/\bso ket\b|\btong ket\b|\bbao cao\b/u.test(part.folded),
  );
  const times = own.flatMap((part) => timesIn(part, when));
  if (times.length === 0) return null;
  const from = times.find((time) => time.kind !== 'until' && time.from !== null)?.from ?? null;
  const to = times.findLast((time) => time.to !== null)?.to ?? null;
  return { text: said.text, from, to, lines: of.lines };
}

const sourceHeads =
  'ngân sách|kinh phí|quỹ|xã hội hóa|xã hội hoá|vốn|đóng góp|tài trợ|hỗ trợ|vận động|nguồn|các nguồn|sự đóng góp|sự hỗ trợ|dự toán|chương trình|lồng ghép|huy động';
const opening =
  /^(?:[^;.]*?(?<!\p{L})(?:sử dụng|trích|lấy|chi|bảo đảm|đảm bảo|bố trí|huy động|cân đối|được cấp|do|bằng|từ)(?!\p{L})(?: (?:từ|bằng|trong|do))?(?=[^;.]*(?:ngân sách|kinh phí|quỹ|nguồn|xã hội hó?a|đóng góp|tài trợ|vốn)))?\s*(?:(?:từ|trong|bằng|do|các|những|một phần|và)\s)*(?:nguồn (?=(?:kinh phí|ngân sách|quỹ|vốn|xã hội)))?/iu;
const purpose =
  /:|(?<!\p{L})(?:để (?:phục vụ|thực hiện|bảo đảm|tổ chức|chi|hỗ trợ|triển khai)|phục vụ cho|phục vụ việc|theo quy định|theo phân cấp|được (?:cấp|giao|bố trí|phân bổ)|bảo đảm|đảm bảo|cấp theo|chi trả|cho việc)(?!\p{L})/iu;

/** The sources a sentence on funding lists: 'ngân sách xã', 'nguồn xã hội hóa'. */
export function sourcesIn(of: Written): readonly string[] {
  return of.text
    .slice(0, 2000)
    .split(/[;.](?= |$)/u)
    .flatMap((sentence) => sourcesOfSentence(sentence.trim()));
}

const between = new RegExp(
  String.raw`, (?!chống)(?:và )?| và (?=(?:từ |các |những )?(?:${sourceHeads})(?!\p{L}))|; `,
  'iu',
);
const namesSource = new RegExp(String.raw`(?<!\p{L})(?:${sourceHeads})(?!\p{L})`, 'iu');

const forThePlan =
  /^kinh phí (?:để )?(?:thực hiện|triển khai|tổ chức|xây dựng|hoạt động)(?: (?:kế hoạch|mô hình|phương án|đề án|nhiệm vụ).*)?$/iu;

function sourcesOfSentence(sentence: string): readonly string[] {
  const opened = sentence.slice(opening.exec(sentence)?.[0].length ?? 0);
  return opened
    .split(between)
    .map((part) => part.trim())
    .filter((part) => namesSource.test(part) && !forThePlan.test(part))
    .map((part) =>
      part
        .slice(0, purpose.exec(part)?.index ?? part.length)
        .replace(/^(?:(?:hỗ trợ |lồng ghép |trích )?(?:từ|trong|vào)|do|trích|lồng ghép) /iu, '')
        .trim(),
    )
    .filter((part) => part !== '');
}
