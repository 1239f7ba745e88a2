// What each compromise surrenders, and what it does not: the same sentences on the public page and in docs/threat-model.md.

import { words } from '#ground/words.ts';

export const surrenderWords = words(
  {
    title: 'Nếu có chuyện xấu, người khác biết được gì?',
    lead: 'Không hệ thống nào an toàn tuyệt đối. Đây là những gì mất và không mất trong từng trường hợp, nói thẳng.',
    lost: 'Có thể lộ',
    kept: 'Không lộ',
    todo: 'Bạn nên làm',
    server: {
      name: 'Máy chủ bị lấy đi hoặc bị xâm nhập',
      lost: 'Có bao nhiêu tin, nhận ngày nào, đơn vị nào nhận, đang xử lý đến đâu; cỡ gần đúng của mỗi tin. Kẻ đang điều khiển máy chủ có thể sửa trang gửi tin của những lần gửi sau đó.',
      kept: 'Nội dung các tin đã niêm phong trên máy người gửi, tệp kèm, mã, địa chỉ mạng: máy chủ không có chìa khóa và không ghi những thứ ấy. Giờ gửi không được ghi; riêng nhật ký kỹ thuật của cơ sở dữ liệu có thể còn cho thấy vào giờ nào có một lần ghi, cho đến khi bị ghi đè.',
      todo: 'Nếu nghe tin máy chủ bị xâm nhập, hãy dùng hòm thư hoặc gọi điện cho đến khi có thông báo mới.',
    },
    administrator: {
      name: 'Người quản trị làm điều sai',
      lost: 'Như khi máy chủ bị xâm nhập: họ có thể đếm số tin, thay đổi trang gửi tin, đưa ra một chìa khóa giả cho tin sau đó, hoặc tự viết một câu trả lời. Máy của người trực nhận ra chìa giả và báo động.',
      kept: 'Nội dung tin: người quản trị không có chìa khóa và không tự cấp cho mình được.',
      todo: 'Không cần làm gì với các tin đã gửi.',
    },
    officerPhone: {
      name: 'Máy của cán bộ trực bị mất hoặc bị lấy trộm',
      lost: 'Nếu kẻ lấy máy biết cả cụm mật khẩu: những tin mà cán bộ ấy được đọc, cho đến khi chìa khóa được thay.',
      kept: 'Không biết cụm mật khẩu thì chìa khóa trong máy vẫn bị khóa. Tin nhận sau khi thay chìa khóa không đọc được bằng chìa cũ.',
      todo: 'Đơn vị thay chìa khóa ngay. Bạn không cần gửi lại tin.',
    },
    officer: {
      name: 'Một cán bộ trực làm lộ tin',
      lost: 'Những tin người ấy đã mở. Mỗi lần mở đều được ghi lại, không ai xóa được.',
      kept: 'Tên và liên hệ bạn tự để lại: muốn xem phải nêu lý do và được người thứ hai đồng ý.',
      todo: 'Tin về cán bộ hay trưởng xóm thì chọn câu ấy trong trang gửi tin: tin đi thẳng lên tỉnh.',
    },
    boxKey: {
      name: 'Mất chìa khóa hòm thư',
      lost: 'Những lá thư đang nằm trong hòm.',
      kept: 'Những thư đã lấy ra và niêm phong vào máy trước đó.',
      todo: 'Tránh viết tay nếu có người quen nét chữ của bạn; không ghi tên mình trong thư.',
    },
    line: {
      name: 'Đường mạng bị theo dõi',
      lost: 'Máy của bạn đã kết nối tới trang Bình Yên, lúc nào, gửi đi khoảng bao nhiêu dữ liệu.',
      kept: 'Trang nào trong Bình Yên, viết gì, gửi tin hay chỉ đọc bài.',
      todo: 'Nếu ở nhà không yên tâm, dùng mạng ở nơi khác hoặc dùng hòm thư.',
    },
    backup: {
      name: 'Bản sao lưu bị lấy cắp',
      lost: 'Như khi máy chủ bị lấy đi, tính đến ngày sao lưu.',
      kept: 'Nội dung tin vẫn niêm phong trong bản sao lưu.',
      todo: 'Không cần làm gì.',
    },
    ownDevice: {
      name: 'Người khác cầm điện thoại của bạn',
      lost: 'Nếu bạn lưu mã: họ đọc được câu trả lời. Lịch sử trình duyệt cho thấy đã mở trang này.',
      kept: 'Đóng thẻ là bản nháp mất; trang không lưu gì khác trong máy.',
      todo: 'Chép mã ra giấy, cất nơi chỉ mình bạn biết; dùng nút “Thoát nhanh”; xóa lịch sử trình duyệt.',
    },
    notProtected: 'Chúng tôi không che được',
    notProtectedList: {
      story: 'Chuyện mà chỉ một mình bạn biết: người đọc có thể đoán ra ai kể.',
      device: 'Điện thoại đã bị cài phần mềm theo dõi: nó thấy mọi thứ bạn gõ.',
      voice:
        'Giọng nói, nét chữ, khung cảnh trong ảnh và phim: chúng tôi chỉ xóa thông tin ẩn trong tệp.',
      noScript:
        'Khi trình duyệt tắt script: máy chủ đọc được tin trong chốc lát trước khi niêm phong. Trang nói rõ điều này trước khi bạn viết.',
    },
  },
  {
    title: 'If something goes wrong, what do others learn?',
    lead: 'No system is perfectly safe. This is what is lost and what is not in each case, said plainly.',
    lost: 'May be learned',
    kept: 'Stays closed',
    todo: 'What you can do',
    server: {
      name: 'The server is taken or broken into',
      lost: 'How many tips there are, the day each came, which unit received it and how far it has got; roughly how long each is. Whoever controls the server could change the page for tips sent from then on.',
      kept: 'What tips sealed on the sender’s device say, their files, codes, network addresses: the server has no key and writes none of these down. The time of day is not kept; only the database’s own journal may still show at which hour something was written, until it is overwritten.',
      todo: 'If you hear that the server was broken into, use a box or the telephone until told otherwise.',
    },
    administrator: {
      name: 'An administrator does wrong',
      lost: 'The same as with a broken server: they can count tips, change the page, hand out a false key for tips from then on, or write an answer themselves. The devices of those on duty notice a false key and raise the alarm.',
      kept: 'What tips say: an administrator has no key and cannot give themselves one.',
      todo: 'Nothing, for tips already sent.',
    },
    officerPhone: {
      name: 'The device of an officer on duty is lost or stolen',
      lost: 'If the thief also knows the passphrase: the tips that officer may read, until the key is changed.',
      kept: 'Without the passphrase the key on the device stays locked. What comes after the change cannot be read with the old key.',
      todo: 'The unit changes its key at once. You need not send again.',
    },
    officer: {
      name: 'An officer on duty gives a tip away',
      lost: 'The tips that person opened. Every opening is on record, and nobody can erase it.',
      kept: 'A name and contact you chose to leave: seeing them takes a reason and a second person’s consent.',
      todo: 'For a tip about an officer or a hamlet leader choose that answer on the page: it goes straight to the province.',
    },
    boxKey: {
      name: 'The key of a tip box is lost',
      lost: 'The letters lying in the box.',
      kept: 'Letters taken out and sealed before.',
      todo: 'Do not write by hand if somebody knows your writing; leave your name out.',
    },
    line: {
      name: 'The network line is watched',
      lost: 'That your device reached Bình Yên, when, and roughly how much was sent.',
      kept: 'Which page, what was written, whether a tip was sent or an article read.',
      todo: 'If you do not feel safe at home, use another network, or a box.',
    },
    backup: {
      name: 'A backup is stolen',
      lost: 'The same as with a server that was taken, up to the day of the backup.',
      kept: 'What tips say is sealed in the backup too.',
      todo: 'Nothing.',
    },
    ownDevice: {
      name: 'Somebody holds your phone',
      lost: 'If you saved the code: they read the answers. The browser’s history shows that this page was open.',
      kept: 'Closing the tab ends the draft; the page keeps nothing else on the device.',
      todo: 'Write the code on paper and keep it where only you look; use “Leave quickly”; clear the history.',
    },
    notProtected: 'What we cannot hide',
    notProtectedList: {
      story: 'What only you can know: whoever reads it may guess who told.',
      device: 'A phone with spying software on it: it sees all you type.',
      voice:
        'Voices, handwriting, what a picture or film shows: we remove only what is hidden in a file.',
      noScript:
        'With script switched off the server reads the tip for a moment before sealing it. The page says so before you write.',
    },
  },
);
