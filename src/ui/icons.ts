// The one small set of icons, as strokes on a 24 × 24 grid; a word always stands beside them.

export const icons = {
  today: 'M4.5 6h15v13.5h-15zM8.5 3.5V7M15.5 3.5V7M8.5 13l2.5 2.5 4.5-4.5',
  site: 'M12 20.5s6.5-5.6 6.5-10.5a6.5 6.5 0 0 0-13 0c0 4.9 6.5 10.5 6.5 10.5ZM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  home: 'M4 11.5 12 5l8 6.5M6.5 10v9h11v-9M10.5 19v-5h3v5',
  plan: 'M7 3.5h7l4 4v13H7zM14 3.5v4h4M10 12h5M10 15.5h5',
  report: 'M4.5 4v15.5H20M8.5 16v-4M12.5 16V8M16.5 16v-6',
  plus: 'M12 5v14M5 12h14',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  clock: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7.5V12l3 2',
  alert: 'M12 4 2.8 19.5h18.4zM12 10v4.5M12 17v.2',
  info: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 11v5M12 8v.2',
  file: 'M6.5 3.5h7l4 4v13h-11zM13.5 3.5v4h4',
  edit: 'm5 19 1-4.2L15.8 5a2 2 0 0 1 2.8 0l.4.4a2 2 0 0 1 0 2.8L9.2 18zM14 7l3 3',
  people:
    'M9 11.5a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5ZM3 19c.4-3 2.8-4.8 6-4.8s5.6 1.8 6 4.8M15.5 5.3a3.1 3.1 0 0 1 0 6M17.5 14.6c2 .6 3.2 2.1 3.5 4.4',
  person: 'M12 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM5 20c.5-3.6 3.3-5.5 7-5.5s6.5 1.9 7 5.5',
  calendar: 'M4.5 6h15v13.5h-15zM4.5 10h15M8.5 3.5V7M15.5 3.5V7',
  download: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 19.5h14',
  print: 'M7.5 9V4h9v5M7.5 16.5h-3V9h15v7.5h-3M7.5 14h9v6h-9z',
  language:
    'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17',
  leave: 'M14 4H5.5v16H14M10 12h10M16.5 8.5 20 12l-3.5 3.5',
  phone:
    'M5 4.5h3.5L10.5 9 8.2 10.5a11 11 0 0 0 5.3 5.3L15 13.5l4.5 2V19a1.5 1.5 0 0 1-1.6 1.5C10.7 20 4 13.3 3.5 6.1A1.5 1.5 0 0 1 5 4.5Z',
  back: 'M19 12H5M11 6l-6 6 6 6',
  forward: 'm9.5 6 6 6-6 6',
  down: 'm6 9.5 6 6 6-6',
  camera: 'M4 8h3.5L9 5.5h6L16.5 8H20v11H4zM12 16.5a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5Z',
} as const satisfies Record<string, string>;

export type IconName = keyof typeof icons;
