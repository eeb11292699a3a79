/** Imported into the process of the action: sets its clock back by MS_AGO ms, so that it runs on an earlier day. */
const ago = Number(process.env.MS_AGO);
const now = Date.now.bind(Date);
Date.now = () => now() - ago;
Object.defineProperty(performance, 'timeOrigin', { value: performance.timeOrigin - ago });
globalThis.Date = new Proxy(Date, {
  construct: (target, args: unknown[], newTarget) => {
    const date: unknown = Reflect.construct(target, args.length === 0 ? [Date.now()] : args, newTarget);
    return date instanceof target ? date : new target();
  },
});
