// What the plan reader says: why a file was not read and what to do next.

import { words } from '#ground/words.ts';
import type { ReadRefusal } from './plan.ts';

export const planWords = words(
  {
    refusal: {
      empty: 'Tệp này không có chữ nào; bạn hãy mở tệp kiểm tra lại rồi chọn đúng bản kế hoạch.',
      'too-big':
        'Tệp lớn hơn 20 MB nên chưa đọc được; bạn hãy bỏ bớt ảnh trong tệp, hoặc tách phụ lục ra, rồi thử lại.',
      'unknown-type':
        'Chưa đọc được loại tệp này; bạn hãy mở tệp, lưu lại thành .docx, .doc, .pdf hoặc .txt rồi thử lại.',
      'type-differs':
        'Phần đuôi của tên tệp không khớp với nội dung bên trong; bạn hãy mở tệp bằng chương trình đã tạo ra nó, lưu lại đúng loại (.docx, .doc, .pdf, .txt) rồi thử lại.',
      damaged:
        'Tệp bị hỏng hoặc tải lên chưa trọn vẹn; bạn hãy mở thử trên máy, lưu lại hoặc xin bản khác rồi thử lại.',
      password: 'Tệp được khóa bằng mật khẩu; bạn hãy mở tệp, bỏ mật khẩu, lưu lại rồi thử lại.',
      'zip-bomb':
        'Nội dung nén trong tệp bung ra lớn bất thường nên đã dừng đọc để giữ an toàn; bạn hãy mở tệp bằng Word, lưu thành tệp .docx mới rồi thử lại.',
      'scan-without-text':
        'Tệp chỉ có ảnh chụp trang giấy, không có chữ để đọc; bạn hãy dùng bản soạn thảo (.docx, .doc) hoặc chạy nhận dạng chữ (OCR) rồi thử lại.',
      'old-encoding':
        'Chữ trong tệp dùng bảng mã cũ (TCVN3 như phông .VnTime, hoặc VNI); bạn hãy chuyển sang Unicode, ví dụ bằng công cụ chuyển mã của UniKey, rồi thử lại.',
      'not-a-plan':
        'Đọc được chữ nhưng không nhận ra đây là một kế hoạch; bạn hãy kiểm tra xem đã chọn đúng tệp chưa.',
      'too-long-to-read':
        'Tệp quá phức tạp, không đọc xong trong giới hạn cho phép; bạn hãy sao chép phần chữ sang một tệp mới, lưu lại rồi thử lại.',
      'queue-full':
        'Đang có nhiều tệp chờ được đọc, tệp này chưa được nhận và chưa có gì được lưu; bạn hãy gửi lại sau ít phút.',
    },
    command: {
      usage: 'Cách dùng: npm run --silent plan -- read TỆP (.docx, .doc, .pdf hoặc .txt).',
      unknownCommand: (name: string) =>
        `Không có lệnh “${name}”; lệnh hiện có: npm run --silent plan -- read TỆP.`,
      fileNotFound: (path: string) => `Không tìm thấy tệp “${path}”; hãy kiểm tra lại đường dẫn.`,
      fileNotOpened: (path: string) =>
        `Không mở được “${path}”; hãy kiểm tra đó là một tệp và quyền đọc tệp.`,
    },
  },
  {
    refusal: {
      empty: 'This file holds no text; please open it, check, and choose the plan itself.',
      'too-big':
        'The file is larger than 20 MB and was not read; please remove pictures or split off annexes, then try again.',
      'unknown-type':
        'This type of file cannot be read; please open it, save it as .docx, .doc, .pdf or .txt, then try again.',
      'type-differs':
        'The ending of the file name does not match what is inside; please open the file in the program it was made with, save it as its true type (.docx, .doc, .pdf, .txt), then try again.',
      damaged:
        'The file is damaged or was not uploaded completely; please open it on your machine, save it again or ask for another copy, then try again.',
      password:
        'The file is locked with a password; please open it, remove the password, save it, then try again.',
      'zip-bomb':
        'What is packed in this file unfolds to an unusual size, so reading was stopped for safety; please open it in Word, save it as a new .docx, then try again.',
      'scan-without-text':
        'The file holds only pictures of pages and no text to read; please use the typed original (.docx, .doc) or run text recognition (OCR), then try again.',
      'old-encoding':
        'The text uses an old Vietnamese encoding (TCVN3 such as .VnTime fonts, or VNI); please convert it to Unicode, for example with the UniKey toolkit, then try again.',
      'not-a-plan':
        'The text was read, but it does not look like a plan; please check that you chose the right file.',
      'too-long-to-read':
        'The file is too complex to be read within the allowed limits; please copy its text into a new file, save it, then try again.',
      'queue-full':
        'Many files are waiting to be read; this one was not taken and nothing was saved. Please send it again in a few minutes.',
    },
    command: {
      usage: 'Usage: npm run --silent plan -- read FILE (.docx, .doc, .pdf or .txt).',
      unknownCommand: (name: string) =>
        `There is no command “${name}”; the one there is: npm run --silent plan -- read FILE.`,
      fileNotFound: (path: string) => `File “${path}” was not found; please check the path.`,
      fileNotOpened: (path: string) =>
        `“${path}” could not be opened; please check that it is a file and that you may read it.`,
    },
  },
);

/** Every refusal has its sentence, or this does not compile. */
planWords.vi.refusal satisfies Readonly<Record<ReadRefusal, string>>;
