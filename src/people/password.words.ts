// How a password being chosen is judged, in sentences.

import { showNumber } from '#ground/show.ts';
import { words } from '#ground/words.ts';

export const passwordWords = words(
  {
    title: 'Độ mạnh của mật khẩu',
    score: {
      0: 'Rất dễ đoán',
      1: 'Dễ đoán',
      2: 'Chưa đủ mạnh',
      3: 'Đủ mạnh',
      4: 'Rất mạnh',
    },
    why: {
      common: 'Nhiều người dùng mật khẩu giống thế này.',
      'own-words': 'Có tên của bạn hoặc tên nơi bạn ở.',
      repeat: 'Có đoạn lặp đi lặp lại.',
      sequence: 'Có dãy liền nhau như “abc” hay “123”.',
      date: 'Có ngày hoặc năm.',
      keyboard: 'Có đoạn phím nằm cạnh nhau.',
      short: 'Còn ngắn.',
    },
    advice: 'Mời bạn ghép thêm vài từ không liên quan đến nhau.',
    hint: (shortest: number) =>
      `Ít nhất ${showNumber(shortest)} ký tự. Vài từ không liên quan, dễ nhớ với riêng bạn, là tốt nhất.`,
  },
  {
    title: 'Strength of the password',
    score: {
      0: 'Very easy to guess',
      1: 'Easy to guess',
      2: 'Not strong enough',
      3: 'Strong enough',
      4: 'Very strong',
    },
    why: {
      common: 'Many people use one like this.',
      'own-words': 'It has your name or the name of where you live in it.',
      repeat: 'Parts of it repeat.',
      sequence: 'It has a row like “abc” or “123”.',
      date: 'It has a date or a year in it.',
      keyboard: 'It has keys that lie side by side.',
      short: 'It is short.',
    },
    advice: 'Add a few unrelated words.',
    hint: (shortest: number) =>
      `At least ${showNumber(shortest, 'en')} characters. A few unrelated words that only you will remember are best.`,
  },
);
