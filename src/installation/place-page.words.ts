// The sentences of setting up places and bodies.

import { showNumber } from '#ground/show.ts';
import { words } from '#ground/words.ts';
import { mostCommunes } from './first-places.ts';

export const placePageWords = words(
  {
    known: (count: number) => `Danh mục đang có ${showNumber(count)} xã, phường.`,
    open: 'Mở danh mục địa bàn',
    imported: 'Nạp từ tệp CSV',
    importedHint:
      'Nạp cả danh mục đơn vị hành chính (có mã, có ngày) từ tệp, hoặc gõ vài tên ở dưới.',
    typed: 'Gõ tên',
    province: 'Tỉnh, thành phố',
    provinceHint: 'Ví dụ: Tỉnh Thái Nguyên. Tỉnh đã có trong danh mục thì được dùng lại.',
    communes: 'Các xã, phường',
    communesHint: `Mỗi dòng một tên, nhiều nhất ${mostCommunes}.`,
    from: 'Có từ ngày',
    fromHint: 'Ngày các đơn vị này bắt đầu như hiện nay.',
    legalAct: 'Căn cứ',
    legalActHint: 'Ví dụ: số nghị quyết sắp xếp đơn vị hành chính.',
    saved: (count: number) =>
      count === 0
        ? 'Những đơn vị này đã có trong danh mục.'
        : `Đã ghi ${showNumber(count)} đơn vị.`,
    refusal: {
      'province-missing': 'Mời bạn ghi tên tỉnh, thành phố.',
      'communes-missing': 'Mời bạn ghi ít nhất một xã, phường.',
      'communes-too-many': `Nhiều hơn ${mostCommunes} xã: mời bạn nạp từ tệp.`,
      'name-long': 'Có tên dài quá 120 ký tự.',
      'day-missing': 'Mời bạn chọn ngày.',
      'legal-act-missing': 'Mời bạn ghi căn cứ.',
    },
    bodiesLeft: (count: number) => `Còn ${showNumber(count)} xã, phường chưa có cơ quan nào`,
    bodiesHint:
      'Công an, Đảng ủy, Ủy ban, Hội đồng, Mặt trận, các đoàn thể và trạm y tế được lập cùng một lúc, mang tên xã. Sau đó có thể sửa từng cơ quan.',
    makeAll: (count: number) => `Lập cho ${showNumber(count)} xã`,
    make: 'Lập cơ quan',
    made: (count: number) => `Đã lập ${showNumber(count)} cơ quan.`,
    commune: 'Xã, phường',
    noneLeft: 'Xã nào cũng đã có cơ quan',
    noneLeftHint: 'Sửa hoặc thêm từng cơ quan ở trang của xã, trong danh mục địa bàn.',
    noUnits: 'Chưa có xã nào',
    noUnitsHint: 'Trước hết hãy ghi tỉnh và các xã; cơ quan được lập theo xã.',
    toPlaces: 'Ghi tỉnh và các xã',
  },
  {
    known: (count: number) => `${showNumber(count, 'en')} communes are on record.`,
    open: 'Open the list of places',
    imported: 'Import from a CSV file',
    importedHint:
      'Import the whole list of administrative units (with codes and days) from a file, or type a few names below.',
    typed: 'Type names',
    province: 'Province or city',
    provinceHint: 'With its word of kind, as it is written. A province on record is used again.',
    communes: 'Communes and wards',
    communesHint: `One name a line, ${mostCommunes} at most.`,
    from: 'Since',
    fromHint: 'The day on which these units began as they are now.',
    legalAct: 'Legal act',
    legalActHint: 'For example: the number of the resolution that arranged the units.',
    saved: (count: number) =>
      count === 0
        ? 'These units are on record already.'
        : `${showNumber(count, 'en')} units are recorded.`,
    refusal: {
      'province-missing': 'Please write the name of the province or city.',
      'communes-missing': 'Please write at least one commune.',
      'communes-too-many': `More than ${mostCommunes} communes: please import a file.`,
      'name-long': 'A name is longer than 120 characters.',
      'day-missing': 'Please choose the day.',
      'legal-act-missing': 'Please write the legal act.',
    },
    bodiesLeft: (count: number) => `${showNumber(count, 'en')} communes have no body yet`,
    bodiesHint:
      'Police, party committee, people’s committee and council, Fatherland Front, unions and health station are made in one go, named after the commune. Each can be changed afterwards.',
    makeAll: (count: number) => `Make them for ${showNumber(count, 'en')} communes`,
    make: 'Make the bodies',
    made: (count: number) => `${showNumber(count, 'en')} bodies are made.`,
    commune: 'Commune',
    noneLeft: 'Every commune has its bodies',
    noneLeftHint: 'Change or add a body on the page of the commune, in the list of places.',
    noUnits: 'No commune yet',
    noUnitsHint: 'First record the province and its communes; bodies belong to a commune.',
    toPlaces: 'Record province and communes',
  },
);
