// A control is tied to its label, hint and error so that a screen reader says them together.
import { expect, test } from 'vitest';
import { controlAttributes } from './field.ts';

test('a control goes by its name unless the page gives it another id', () => {
  expect(controlAttributes({ label: 'Ngày', name: 'day' }).id).toBe('day');
  expect(controlAttributes({ label: 'Ngày', name: 'day', id: 'from' })).toMatchObject({
    id: 'from',
    name: 'day',
  });
});

test('a control with neither hint nor error points at nothing', () => {
  expect(controlAttributes({ label: 'Ngày', name: 'day' })).toMatchObject({
    'aria-describedby': undefined,
    'aria-invalid': undefined,
    required: false,
  });
});

test('a hint alone is read out and marks nothing as wrong', () => {
  const field = { label: 'Ngày', name: 'day', hint: 'Ngày làm.' };
  expect(controlAttributes(field)).toMatchObject({
    'aria-describedby': 'day-hint',
    'aria-invalid': undefined,
  });
});

test('hint and error are both read out, and the error marks the control as invalid', () => {
  const field = { label: 'Ngày', name: 'day', hint: 'Ngày làm.', error: 'Chưa chọn ngày.' };
  expect(controlAttributes(field)).toMatchObject({
    'aria-describedby': 'day-hint day-error',
    'aria-invalid': 'true',
  });
});
