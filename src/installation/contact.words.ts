// The sentences about whom people ask about their personal data, for everybody to read.

import { words } from '#ground/words.ts';

export const contactWords = words(
  {
    title: 'Hỏi ở đâu',
    address: 'Địa chỉ',
    telephone: 'Điện thoại',
    missing:
      'Nơi này chưa ghi địa chỉ và điện thoại của người trả lời về dữ liệu cá nhân. Bạn đến Ủy ban nhân dân xã, phường nơi có mô hình: cán bộ ở đó nhận yêu cầu và chuyển tới người phụ trách.',
    noAddress: 'chưa ghi; hãy đến Ủy ban nhân dân xã, phường nơi có mô hình',
    noTelephone: 'chưa ghi; hãy đến hoặc gửi thư',
    form: {
      title: 'Phiếu yêu cầu về dữ liệu cá nhân',
      hint: 'In trang này (hoặc chép ra giấy), điền rồi nộp hay gửi thư. Không cần nêu lý do, không cần ghi số giấy tờ.',
      to: 'Gửi',
      committee: 'Ủy ban nhân dân xã, phường nơi có mô hình',
      name: 'Họ và tên',
      answerTo: 'Trả lời cho tôi bằng cách (điện thoại, địa chỉ, hoặc gặp tại trụ sở)',
      wish: 'Tôi yêu cầu (đánh dấu vào ô)',
      words: 'Nói rõ hơn, nếu muốn',
      day: 'Ngày',
      signature: 'Ký, ghi rõ họ tên',
      identity: 'Khi nộp, bạn cho xem giấy tờ để biết đúng là bạn; không ai chép số hay chụp lại.',
      back: 'Dữ liệu cá nhân ở Bình Yên',
    },
  },
  {
    title: 'Where to ask',
    address: 'Address',
    telephone: 'Telephone',
    missing:
      'No address or telephone of who answers about personal data has been given here yet. Go to the People’s Committee of the commune that has the model: they take your request and pass it on.',
    noAddress: 'not given yet; go to the People’s Committee of the commune',
    noTelephone: 'not given yet; come or write',
    form: {
      title: 'Request about personal data',
      hint: 'Print this page (or copy it by hand), fill it in, and hand it in or send it. No reason and no number of a paper is needed.',
      to: 'To',
      committee: 'The People’s Committee of the commune that has the model',
      name: 'Full name',
      answerTo: 'Answer me by (telephone, address, or in person)',
      wish: 'I ask for (tick)',
      words: 'More about it, if you like',
      day: 'Date',
      signature: 'Signature and full name',
      identity:
        'When you hand it in you show a paper so that they know it is you; nobody copies its number or takes a picture.',
      back: 'Personal data in Bình Yên',
    },
  },
);
