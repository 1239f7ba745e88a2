// The hour of the day by the clock of the installation, 0–23.

export const hourNow = (timeZone: string, now: Date = new Date()): number =>
  Number(
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(now),
  );
