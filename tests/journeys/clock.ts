// Loaded into an application that a journey starts by itself: every SIGUSR2 makes its clock a day later.

const day = 24 * 60 * 60 * 1000;
const realNow = Date.now.bind(Date);
let ahead = 0;

Date.now = () => realNow() + ahead;
globalThis.Date = new Proxy(Date, {
  construct: (real, words, proxy) =>
    Reflect.construct(real, words.length === 0 ? [real.now()] : words, proxy) as Date,
});

process.on('SIGUSR2', () => {
  ahead += day;
  process.stdout.write(`clock: ${new Date().toISOString()}\n`);
});
