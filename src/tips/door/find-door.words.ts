// The sentences of the pages where the door of one's own commune is found.
import { words } from '#ground/words.ts';

export const findDoorWords = words(
  {
    tips: 'Báo tin về tội phạm',
    help: 'Xin giúp đỡ cho mình, cho người nhà',
    tipsHow: 'Không hỏi tên, không cần tài khoản. Chọn xã nơi việc xảy ra.',
    helpHow: 'Người nhận là trạm y tế hoặc người giúp đỡ, không phải công an. Chọn xã của bạn.',
    ask: 'Xã, phường hoặc xóm nào?',
    askHow: 'Gõ tên, không cần dấu, ví dụ: phu thinh.',
    search: 'Tìm',
    open: 'Nơi đang có người trực',
    found: (text: string) => `Tìm thấy cho “${text}”`,
    none: (text: string) => `Không có xã, phường, xóm nào tên “${text}”.`,
    noneHow: 'Thử gõ ngắn hơn, hoặc gõ thêm tên tỉnh. Cần gấp thì gọi 113.',
    nobody: 'Chưa xã nào có người trực ở đây. Hãy tìm xã của bạn để xem nơi đến và số gọi.',
    answers: 'Tôi đã có mã: xem trả lời, gửi thêm',
    toHelp: 'Tôi cần giúp đỡ, không phải báo tin',
    toTips: 'Tôi muốn báo tin về tội phạm',
  },
  {
    tips: 'Tell of a crime',
    help: 'Help for me or my family',
    tipsHow: 'No name, no account. Choose the commune where it happens.',
    helpHow:
      'It goes to the health station or a trained helper, not to the police. Choose your commune.',
    ask: 'Which commune, ward or hamlet?',
    askHow: 'Type its name, accents are not needed, such as: phu thinh.',
    search: 'Search',
    open: 'Places with somebody on duty',
    found: (text: string) => `Found for “${text}”`,
    none: (text: string) => `No commune, ward or hamlet is called “${text}”.`,
    noneHow: 'Try fewer letters, or add the province. If it is urgent call 113.',
    nobody:
      'No commune has anybody on duty here yet. Find yours to see where to go and whom to call.',
    answers: 'I have a code: read the answer, add more',
    toHelp: 'I need help, I do not want to report',
    toTips: 'I want to tell of a crime',
  },
);
