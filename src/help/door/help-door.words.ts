// The sentences of the door of help: what it is, who reads it, what may help, the code, the receipt.
import { words } from '#ground/words.ts';

export const helpDoorWords = words(
  {
    heading: (place: string) => `${place}: xin giúp đỡ`,
    welcome: 'Xin giúp đỡ cho mình hoặc người nhà không phải là lỗi, và không bao giờ là quá muộn.',
    first: 'Có người gọi không tỉnh, thở rất yếu hoặc ngừng thở?',
    callFirst: (number: string) => `Gọi ${number} ngay`,
    callHow: 'Trong khi chờ: đặt nằm nghiêng, ở bên cạnh, nói đã dùng gì để được cứu đúng cách.',
    write: 'Viết cho người giúp đỡ',
    writeHow: 'Không cần tên, không cần tài khoản. Chỉ một câu là đủ.',
    answers: 'Tôi đã có mã: xem trả lời, viết thêm',
    closed: 'Ở đây chưa có người giúp đỡ nhận lời qua mạng',
    closedHow: (station: string) =>
      `Xin đến ${station}, hoặc gọi một trong các số dưới đây. Trang này không nhận lời mà không có người mở được.`,
    station: 'trạm y tế xã',
    otherDoor: 'Báo tin về tội phạm thì ở trang khác',
    elsewhere: 'Không phải xã này? Tìm nơi khác',
    whoReads: 'Ai đọc được?',
    readers: (helper: string) =>
      `Chỉ ${helper} và người giúp đỡ đã được tập huấn cùng giữ chìa khóa. Công an, người quản trị, cán bộ xã, cán bộ xóm không mở được, cũng không biết có bao nhiêu lời xin giúp đỡ.`,
    notPolice: 'Lời này không đến công an. Máy từ chối chuyển nó vào hộp tin của công an.',
    limits:
      'Lời hứa ấy có giới hạn: luật có thể buộc một người khai báo điều họ biết; khi có người sắp nguy đến tính mạng hoặc trẻ em đang bị hại, người giúp đỡ phải gọi cứu giúp. Bạn không cần kể tên ai, cũng không cần kể việc đã làm.',
    ways: 'Có những cách nào để đỡ hơn?',
    treatments: {
      talk: 'Nói chuyện riêng với người có chuyên môn: thường là bước đầu, không phải ký gì.',
      substitution:
        'Thuốc thay thế (methadone, buprenorphine) với người dùng thuốc phiện, heroin: uống hằng ngày, sống và làm việc bình thường.',
      voluntary:
        'Cai nghiện tự nguyện ở nhà, ở cộng đồng hoặc ở cơ sở, có người theo dõi sức khỏe.',
      health: 'Chữa mất ngủ, lo sợ, hoang tưởng, và các bệnh đi kèm ngay ở cơ sở y tế.',
      again:
        'Dùng lại sau một thời gian nghỉ là chuyện hay gặp, không phải thất bại: hãy quay lại với người giúp mình.',
    },
    family: 'Người nhà có thể làm gì?',
    familyGuide: {
      speak:
        'Nói lúc bình tĩnh, nói điều mình thấy và điều mình lo; nghe nhiều hơn nói, không mắng, không dọa.',
      praise: 'Khen việc tốt nhỏ mỗi ngày; đặt vài quy tắc rõ ràng trong nhà và giữ đều.',
      know: 'Biết con chơi với ai, ở đâu; cùng ăn, cùng làm, giữ giấc ngủ.',
      overdose:
        'Quá liều: gọi cấp cứu trước; đặt nằm nghiêng, không để một mình, không cho uống gì.',
      agitated:
        'Khi kích động, nghe tiếng lạ: nói nhỏ, đứng xa, cất vật sắc; nguy hiểm thì ra khỏi nhà rồi gọi.',
      strength: 'Giữ sức cho chính mình: bạn cũng được xin giúp.',
    },
    reviewed: 'Phần này viết theo hiểu biết chung, chưa được người làm y tế ở đây xem lại.',
    law: 'Luật nói gì?',
    statements: {
      stigma: 'Luật cấm kỳ thị người sử dụng ma túy, người đang cai, người đã cai.',
      ways: 'Có thể cai nghiện tự nguyện tại gia đình, cộng đồng hoặc cơ sở; cai bắt buộc ở cơ sở công lập.',
      secret: 'Người làm công tác cai nghiện phải giữ bí mật của người cai nghiện.',
      management: (months: string) =>
        `Người bị phát hiện sử dụng trái phép được quản lý ${months} tháng; đó là biện pháp phòng ngừa, không phải xử phạt.`,
      rehab: (first: string, again: string) =>
        `Thời gian cai nghiện là ${first} tháng lần đầu, ${again} tháng từ lần thứ hai.`,
      use: 'Sử dụng trái phép khi đang cai nghiện, đang điều trị thay thế, đang được quản lý thì có thể bị xử lý hình sự. Vì thế nên tìm người giúp sớm.',
      tell: 'Luật có thể buộc một người khai báo điều họ biết; không ai hứa thay luật được.',
    },
    source: (source: string) => `Theo ${source}`,
    unverified: 'chưa kiểm chứng',
    numbers: 'Số điện thoại',
    numberOf: {
      emergency: 'Cấp cứu',
      child: 'Bảo vệ trẻ em',
      drugs: 'Đường dây nóng về ma túy của Bộ Công an (người nghe là công an)',
      police: 'Công an, khi đang nguy hiểm',
    },
    stationIs: (station: string) => `Nơi đến trực tiếp: ${station}.`,
    stationPhone: 'Trạm y tế, người giúp đỡ của xã',
    tried: (day: string) => `đã gọi thử ngày ${day}`,
    untried: 'chưa được gọi thử',
    asking: 'Kể điều bạn cần',
    sealedLater:
      'Trang đang chạy không có script: lời của bạn đi theo đường truyền mã hóa, máy chủ niêm phong ngay trong bộ nhớ khi nhận, không ghi lại bản đọc được. Trong khoảnh khắc ấy máy chủ đọc được lời và mã của bạn. Nếu muốn niêm phong ngay trên máy mình, hãy bật JavaScript rồi mở lại trang trước khi viết.',
    sealedHere: (helper: string) =>
      `Lời của bạn được niêm phong ngay trên máy này. Chỉ ${helper} và người giúp đỡ cùng giữ chìa khóa mở được; công an thì không.`,
    helper: (commune: string) => `trạm y tế hoặc người giúp đỡ của ${commune}`,
    whom: 'Bạn xin giúp đỡ cho ai?',
    whoms: {
      self: 'Cho mình',
      child: 'Cho con, em mình',
      family: 'Cho người khác trong nhà',
      other: 'Cho bạn bè, hàng xóm',
    },
    needed: 'Chỉ câu này là cần.',
    questions: {
      what: 'Điều gì sẽ giúp được bạn lúc này?',
      since: 'Chuyện đã lâu chưa, đã thử cách nào rồi?',
      safe: 'Có ai đang không an toàn không?',
      reach: 'Muốn được liên lạc thế nào?',
    },
    hints: {
      what: 'Ví dụ: muốn hỏi chỗ chữa, muốn có người nói chuyện, không biết bắt đầu từ đâu.',
      reach:
        'Để trống cũng được: bạn đọc trả lời ở đây bằng mã. Nếu để số, nên ghi giờ nào gọi thì tiện.',
    },
    next: 'Tiếp: nhận mã của bạn',
    send: 'Gửi cho người giúp đỡ',
    received: 'Người giúp đỡ sẽ nhận được lời của bạn',
    receivedOn: (day: string, helper: string) =>
      `Ngày ${day}, lời của bạn đã nằm trong phong bì niêm phong cho ${helper}.`,
    meanwhile: 'Trong lúc chờ, bạn có thể đến thẳng trạm y tế hoặc gọi các số ở trang trước.',
    readLater: 'Vài ngày nữa hãy xem trả lời ở địa chỉ này, bằng mã của bạn:',
    refusal: {
      'no-what': 'Xin viết điều gì sẽ giúp được bạn: chỉ câu này là cần.',
      'code-differs': 'Mã vừa gõ chưa đúng với mã ở trên. Xin xem lại từng chữ.',
      'no-ring':
        'Lúc này chưa có người giúp đỡ nào mở được thư. Chưa gửi gì cả; điều bạn viết còn nguyên ở đây.',
      'not-sealed': 'Không niêm phong được nên không gửi gì cả. Xin thử lại.',
    },
  },
  {
    heading: (place: string) => `${place}: asking for help`,
    welcome: 'Asking for help, for yourself or your family, is no fault, and never too late.',
    first: 'Somebody cannot be woken, breathes very weakly or has stopped breathing?',
    callFirst: (number: string) => `Call ${number} now`,
    callHow:
      'While you wait: lay them on their side, stay with them, and say what was taken so that they are treated rightly.',
    write: 'Write to a helper',
    writeHow: 'No name, no account. One sentence is enough.',
    answers: 'I have a code: read the answer, write more',
    closed: 'No helper takes letters here yet',
    closedHow: (station: string) =>
      `Please go to ${station}, or call one of the numbers below. This page takes nothing that nobody could open.`,
    station: 'the commune’s health station',
    otherDoor: 'To tell of a crime there is another page',
    elsewhere: 'Another commune? Find it here',
    whoReads: 'Who can read it?',
    readers: (helper: string) =>
      `Only ${helper} and trained helpers who hold the key together. The police, administrators, officials of the commune and of the hamlet cannot open it, nor learn how many ask for help.`,
    notPolice: 'It does not reach the police. The machine refuses to put it into their box.',
    limits:
      'This promise has limits: the law may oblige a person to say what they know; where a life is in danger or a child is being harmed, a helper must call for rescue. You need not name anybody, nor tell what was done.',
    ways: 'What can make it better?',
    treatments: {
      talk: 'Talking in private with somebody trained: often the first step, with nothing to sign.',
      substitution:
        'Substitution medicine (methadone, buprenorphine) for those who use opium or heroin: taken daily, living and working as others do.',
      voluntary:
        'Voluntary treatment at home, in the community or at a centre, with somebody looking after one’s health.',
      health: 'Treating sleeplessness, fear, delusions and other illness at a health facility.',
      again: 'Using again after a while is common and no failure: go back to whoever helps you.',
    },
    family: 'What can the family do?',
    familyGuide: {
      speak:
        'Speak when it is calm, of what you see and what worries you; listen more than you speak, without scolding or threats.',
      praise: 'Praise a small good thing every day; keep a few clear rules at home, steadily.',
      know: 'Know with whom your children are, and where; eat and work together, guard their sleep.',
      overdose:
        'Overdose: call the ambulance first; lay them on their side, do not leave them alone, give nothing to drink.',
      agitated:
        'When somebody is agitated or hears voices: speak softly, keep a distance, put sharp things away; in danger leave the house and call.',
      strength: 'Look after your own strength: you may ask for help too.',
    },
    reviewed: 'This is general knowledge, not yet reviewed by a health worker here.',
    law: 'What does the law say?',
    statements: {
      stigma: 'The law bans stigma against people who use drugs, are in treatment or were treated.',
      ways: 'Treatment may be voluntary at home, in the community or at a centre; compulsory treatment is at public centres.',
      secret: 'Those who work in treatment must keep the secrets of people in treatment.',
      management: (months: string) =>
        `Whoever is found to use drugs unlawfully is managed for ${months} months; this is prevention, not a penalty.`,
      rehab: (first: string, again: string) =>
        `Treatment lasts ${first} months the first time, ${again} months from the second.`,
      use: 'Unlawful use while in treatment, on substitution or being managed may be prosecuted. It is a reason to look for help early.',
      tell: 'The law may oblige a person to say what they know; nobody can promise in its place.',
    },
    source: (source: string) => `By ${source}`,
    unverified: 'not verified',
    numbers: 'Telephone numbers',
    numberOf: {
      emergency: 'Ambulance',
      child: 'Protection of children',
      drugs: 'Hotline on drugs of the Ministry of Public Security (the police answer)',
      police: 'Police, in danger',
    },
    stationIs: (station: string) => `Where to go in person: ${station}.`,
    stationPhone: 'Health station and helpers of the commune',
    tried: (day: string) => `called to try on ${day}`,
    untried: 'nobody has called it to try yet',
    asking: 'Say what you need',
    sealedLater:
      'This page runs without script: what you write travels encrypted, and the server seals it in memory as it arrives, keeping nothing readable. For that moment the server can read it and your code. To seal it on your own device, turn JavaScript on and open the page again before you write.',
    sealedHere: (helper: string) =>
      `What you write is sealed on this device. Only ${helper} and helpers who hold the key with them can open it; the police cannot.`,
    helper: (commune: string) => `the health station or a helper of ${commune}`,
    whom: 'For whom do you ask?',
    whoms: {
      self: 'For myself',
      child: 'For my child, or a younger brother or sister',
      family: 'For somebody else at home',
      other: 'For a friend or neighbour',
    },
    needed: 'Only this one is needed.',
    questions: {
      what: 'What would help you now?',
      since: 'How long has it been so, and what was tried?',
      safe: 'Is anybody not safe?',
      reach: 'How would you like to be reached?',
    },
    hints: {
      what: 'Such as: where to be treated, somebody to talk to, not knowing where to begin.',
      reach:
        'You may leave it empty: you read the answer here with your code. If you leave a number, say when to call.',
    },
    next: 'Next: get your code',
    send: 'Send to the helpers',
    received: 'The helpers will get what you wrote',
    receivedOn: (day: string, helper: string) =>
      `On ${day} what you wrote lies in an envelope sealed to ${helper}.`,
    meanwhile:
      'Meanwhile you may go straight to the health station, or call the numbers on the page before.',
    readLater: 'In a few days read the answer at this address, with your code:',
    refusal: {
      'no-what': 'Please write what would help you: only this is needed.',
      'code-differs': 'The code you typed is not the one above. Please look at each word again.',
      'no-ring':
        'No helper could open a letter right now. Nothing was sent; what you wrote is still here.',
      'not-sealed': 'It could not be sealed, so nothing was sent. Please try again.',
    },
  },
);
