// What is said where the programme has a site in the hamlet already.

import { words } from '#ground/words.ts';

export const besideWords = words(
  {
    title: 'Ở đây đã có điểm của mô hình này',
    why: 'Kế hoạch mới của cùng một mô hình thường làm tiếp ở điểm đã có. Chỉ lập thêm khi thật sự cần hai điểm riêng.',
    plan: (number: string) => `Kế hoạch ${number}`,
    planOpen: 'Kế hoạch của điểm này',
    ofRecord: 'Hồ sơ lưu',
    oneMore: (title: string) => `Vẫn lập thêm một điểm nữa ở đây, bên cạnh ${title}`,
    unsaid: 'Hãy đánh dấu nếu vẫn lập thêm, hoặc mở điểm đã có để làm tiếp.',
  },
  {
    title: 'This programme has a site here already',
    why: 'A new plan of the same programme usually goes on at the site that is there. Make one more only where two separate sites are really wanted.',
    plan: (number: string) => `Plan ${number}`,
    planOpen: 'The plan of this site',
    ofRecord: 'Kept on record',
    oneMore: (title: string) => `Make one more site here all the same, beside ${title}`,
    unsaid:
      'Tick this to make one more all the same, or open the site that is there and go on in it.',
  },
);
