// The sentences of the door's pages: the first choice, the questions, the code, the receipt.
import { words } from '#ground/words.ts';

export const doorWords = words(
  {
    title: 'Bình Yên',
    exit: 'Thoát nhanh',
    exitKeys: 'Nhấn phím Esc hai lần cũng thoát.',
    back: 'Quay lại',
    heading: (place: string) => `${place}: báo tin, xin giúp đỡ`,
    want: 'Bạn muốn…',
    help: 'Tôi cần giúp đỡ',
    helpHow:
      'Cho mình hoặc người nhà. Người nhận là trạm y tế hoặc người giúp đỡ, không phải công an.',
    crime: 'Tôi biết một việc phạm tội',
    crimeHow: 'Không hỏi tên, không cần tài khoản. Chỉ công an đang trực mở được.',
    now: 'Việc đang xảy ra',
    nowHow: 'Gọi 113 ngay. Đừng đợi điền trang này.',
    answers: 'Tôi đã có mã: xem trả lời, gửi thêm',
    other: 'Gọi điện hoặc bỏ thư vào hòm',
    hotline: 'Đường dây nóng',
    tried: (day: string) => `đã gọi thử ngày ${day}`,
    untried: 'chưa được gọi thử',
    boxes: 'Hòm thư tố giác treo ở:',
    boxHow: 'Hòm có hai người giữ chìa khóa, mở trước mặt nhau.',
    elsewhere: 'Không phải xã này? Tìm nơi khác',
    which: 'Tố giác, tố cáo, phản ánh khác nhau thế nào?',
    denounce: 'Tố giác là báo một việc có dấu hiệu tội phạm: gửi ngay ở đây, không phải nêu tên.',
    accuse:
      'Tố cáo là báo cán bộ, cơ quan làm trái pháp luật theo Luật Tố cáo: đơn phải có tên, địa chỉ và chữ ký, gửi người đứng đầu cơ quan quản lý cán bộ ấy.',
    reflect: 'Phản ánh, kiến nghị là góp ý về việc chung hoặc về dịch vụ: gửi Ủy ban nhân dân xã.',
    closed: 'Ở đây chưa có ai trực để nhận tin qua mạng.',
    closedHow:
      'Xin gọi 113 hoặc đến trực tiếp trụ sở công an xã. Trang này không nhận tin mà không có người mở được.',
    report: 'Kể lại việc bạn biết',
    sealedLater:
      'Trang đang chạy không có script: tin đi theo đường truyền mã hóa, máy chủ niêm phong ngay trong bộ nhớ khi nhận, không ghi lại bản đọc được. Trong khoảnh khắc ấy máy chủ đọc được tin và mã của bạn. Nếu muốn niêm phong ngay trên máy mình, hãy bật JavaScript rồi mở lại trang trước khi viết.',
    sealedHere: (police: string) =>
      `Tin được niêm phong ngay trên máy này. Chỉ người đang trực ở ${police} mở được; máy chủ, người quản trị, cán bộ xóm không đọc được.`,
    sealedProvince:
      'Tin sẽ được niêm phong cho Công an tỉnh. Công an xã và xóm không biết là có tin này.',
    honest:
      'Kể điều bạn thấy hoặc nghe; nhớ nhầm không sao, cố ý bịa tin thì bị xử lý theo luật. Đừng tự đi dò hỏi hay theo dõi.',
    kind: 'Đó là việc gì?',
    crimes: {
      sell: 'Mua bán ma túy',
      organise: 'Tổ chức, chứa chấp sử dụng ma túy',
      carry: 'Vận chuyển, cất giấu, làm ra ma túy',
      grow: 'Trồng cây có chất ma túy',
      lure: 'Rủ rê, ép buộc người khác sử dụng',
      other: 'Việc khác',
    },
    using: 'Có người sử dụng ma túy và cần được giúp?',
    usingHelp: 'Xin giúp đỡ thì không phải qua công an.',
    needed: 'Chỉ câu này là cần.',
    questions: {
      what: 'Chuyện gì đã hoặc đang diễn ra?',
      where: 'Ở đâu?',
      when: 'Khi nào? Có lặp lại không?',
      who: 'Những ai? Trông thế nào, đi xe gì?',
      how: 'Vì sao bạn biết? Còn ai biết nữa?',
    },
    hints: {
      what: 'Kể như kể với người quen, dài ngắn tùy bạn.',
      where: 'Xóm, đường, ngôi nhà, quán, quả đồi…',
      how: 'Thấy tận mắt, nghe kể, xem trên mạng…',
    },
    details: {
      sell: 'Mua bán bằng cách nào: hẹn ra sao, giao ở đâu, trả tiền thế nào?',
      organise: 'Thường vào giờ nào, khoảng bao nhiêu người, ra vào lối nào?',
      carry: 'Chở bằng gì, giấu ở chỗ nào, dùng đồ vật gì?',
      grow: 'Khoảng bao nhiêu cây, bao nhiêu đất, ai chăm?',
      lure: 'Bằng cách nào, có trẻ em không? Không cần tên các em.',
    },
    official: 'Việc này có dính đến công an xã, cán bộ xã hay trưởng xóm không?',
    officialNo: 'Không',
    officialYes: 'Có: gửi thẳng Công an tỉnh, xã không biết là có tin này',
    identity: 'Để lại tên và cách liên lạc (không bắt buộc)',
    identityHow:
      'Phần này niêm phong riêng: muốn mở phải nêu lý do và có người thứ hai đồng ý. Không để tên thì luật không cho gửi giấy báo kết quả đến bạn, nhưng bạn vẫn đọc được trả lời bằng mã.',
    name: 'Họ và tên',
    contact: 'Điện thoại hoặc địa chỉ',
    files: 'Ảnh, ghi âm, phim, PDF (tất cả không quá 50 MB)',
    filesWithout: 'Ảnh, ghi âm, phim, PDF (tất cả không quá 20 MB)',
    voice: 'Chữ viết tay và giọng nói có thể làm lộ người gửi: gõ lại thành chữ thì an toàn hơn.',
    next: 'Tiếp: nhận mã của bạn',
    codeTitle: 'Mã của bạn',
    codeHow:
      'Hãy chép mã này ra giấy. Chỉ có mã mới xem được trả lời và gửi thêm; không ai cấp lại được, kể cả chúng tôi.',
    codeDigits: 'Dạng số, để đọc qua điện thoại:',
    typeBack: 'Gõ lại mã, để chắc là đã chép đúng',
    typeBackHow: 'Chữ hay số đều được, không cần dấu.',
    send: 'Gửi tin',
    received: 'Đã nhận tin của bạn',
    receivedOn: (day: string, police: string) =>
      `Ngày ${day}, tin của bạn đã nằm trong phong bì niêm phong cho ${police}.`,
    notTheNotice: 'Đây chưa phải giấy báo tiếp nhận theo luật.',
    readLater: 'Vài ngày nữa hãy xem trả lời ở địa chỉ này, bằng mã của bạn:',
    leaveNoTrace:
      'Trang này không lưu gì lại. Lịch sử duyệt web thì trình duyệt vẫn giữ: bạn có thể tự xóa.',
    police: (place: string) => `Công an ${place}`,
    refusal: {
      'no-what': 'Xin kể chuyện gì đã diễn ra: chỉ câu này là cần.',
      'code-differs': 'Mã vừa gõ chưa đúng với mã ở trên. Xin xem lại từng chữ.',
      'too-big': 'Các tệp quá lớn. Bỏ bớt tệp rồi gửi lại; điều bạn viết còn nguyên.',
      'no-ring':
        'Lúc này chưa có ai trực để mở tin. Tin chưa được gửi; điều bạn viết còn nguyên ở đây.',
      'not-sealed': 'Không niêm phong được nên không gửi gì cả. Xin thử lại.',
    },
  },
  {
    title: 'Bình Yên',
    exit: 'Leave quickly',
    exitKeys: 'Pressing Esc twice leaves too.',
    back: 'Back',
    heading: (place: string) => `${place}: tell or ask for help`,
    want: 'What would you like?',
    help: 'I need help',
    helpHow:
      'For me or my family. It goes to the health station or a trained helper, not to the police.',
    crime: 'I know about a crime',
    crimeHow: 'No name, no account. Only police on duty can open it.',
    now: 'It is happening now',
    nowHow: 'Call 113 at once. Do not wait for this page.',
    answers: 'I have a code: read the answer, add more',
    other: 'By telephone, or a letter into a box',
    hotline: 'Hotline',
    tried: (day: string) => `called to try on ${day}`,
    untried: 'nobody has called it to try yet',
    boxes: 'Tip boxes hang at:',
    boxHow: 'Two people hold the keys and open it before each other.',
    elsewhere: 'Another commune? Find it here',
    which: 'Report, denunciation, complaint: which is which?',
    denounce:
      'A report of a crime tells of an act that looks like a crime: send it here, without a name.',
    accuse:
      'A denunciation is about an official or office breaking the law: it needs a name, an address and a signature, and goes to the head of the office in charge of that official.',
    reflect:
      'A complaint or proposal is about common matters or a service: it goes to the commune’s people’s committee.',
    closed: 'Nobody is on duty here yet to receive tips online.',
    closedHow:
      'Please call 113 or go to the commune police. This page takes no tip that nobody could open.',
    report: 'Tell what you know',
    sealedLater:
      'This page runs without script: your tip travels encrypted, and the server seals it in memory as it arrives and writes no readable copy. For that moment the server can read your tip and your code. To seal it on your own device, turn JavaScript on and open the page again before you write.',
    sealedHere: (police: string) =>
      `Your tip is sealed on this device. Only people on duty at ${police} can open it; the server, its administrators and hamlet officials cannot read it.`,
    sealedProvince:
      'Your tip will be sealed to the provincial police. The commune and the hamlet will not know that it exists.',
    honest:
      'Tell what you saw or heard; an honest mistake is fine, a tip invented on purpose is punished by law. Do not go asking around or following anybody.',
    kind: 'What is it about?',
    crimes: {
      sell: 'Buying and selling drugs',
      organise: 'Organising drug use, giving a place for it',
      carry: 'Carrying, hiding or making drugs',
      grow: 'Growing plants that hold drugs',
      lure: 'Luring or forcing others to use',
      other: 'Something else',
    },
    using: 'Does somebody use drugs and need help?',
    usingHelp: 'Asking for help does not go through the police.',
    needed: 'Only this one is needed.',
    questions: {
      what: 'What happened, or is going on?',
      where: 'Where?',
      when: 'When? Does it happen again and again?',
      who: 'Who? What do they look like, what do they drive?',
      how: 'How do you know? Who else knows?',
    },
    hints: {
      what: 'As you would tell somebody you know, as long or short as you like.',
      where: 'Hamlet, road, house, shop, hill…',
      how: 'Saw it, was told, read it online…',
    },
    details: {
      sell: 'How is it bought and sold: how do they meet, where is it handed over, how is it paid?',
      organise: 'At what hours, about how many people, which way in and out?',
      carry: 'Carried in what, hidden where, with what tools?',
      grow: 'About how many plants, how much land, who tends them?',
      lure: 'In what way, are there children? Their names are not needed.',
    },
    official: 'Are commune police, commune officials or the hamlet leader involved?',
    officialNo: 'No',
    officialYes: 'Yes: straight to the provincial police, the commune will not know',
    identity: 'Leave a name and how to reach you (optional)',
    identityHow:
      'Sealed apart: opening it takes a reason and a second person’s consent. Without a name the law lets nobody send you the written result, but you can still read answers with your code.',
    name: 'Full name',
    contact: 'Telephone or address',
    files: 'Photos, sound, video, PDF (50 MB in all at most)',
    filesWithout: 'Photos, sound, video, PDF (20 MB in all at most)',
    voice: 'Handwriting and voices can give you away: typing it out is safer.',
    next: 'Next: your code',
    codeTitle: 'Your code',
    codeHow:
      'Copy this code onto paper. Only the code shows you the answer and lets you add more; nobody can give it to you again, not even we.',
    codeDigits: 'As numbers, for the telephone:',
    typeBack: 'Type the code back, to be sure you copied it right',
    typeBackHow: 'Words or numbers, accents are not needed.',
    send: 'Send',
    received: 'Your tip has arrived',
    receivedOn: (day: string, police: string) =>
      `On ${day} your tip lies in an envelope sealed to ${police}.`,
    notTheNotice: 'This is not yet the notice of receipt that the law speaks of.',
    readLater: 'In a few days, read the answer at this address with your code:',
    leaveNoTrace:
      'This page keeps nothing. Your browser still keeps its history: you may delete that.',
    police: (place: string) => `the police of ${place}`,
    refusal: {
      'no-what': 'Please tell what happened: only this one is needed.',
      'code-differs': 'What you typed is not yet the code above. Please look at each word again.',
      'too-big':
        'The files are too big. Take some out and send again; what you wrote is still here.',
      'no-ring':
        'Nobody is on duty to open tips right now. Nothing was sent; what you wrote is still here.',
      'not-sealed': 'It could not be sealed, so nothing was sent. Please try again.',
    },
  },
);
