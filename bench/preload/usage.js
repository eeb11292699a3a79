// Writes what the process used, as it ends, to the file that BENCH_USAGE names.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';

process.on('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  const usage = { cpuMs: (userCPUTime + systemCPUTime) / 1000, peakBytes: peakBytes() };
  writeFileSync(process.env.BENCH_USAGE, JSON.stringify(usage));
});

// Linux hands the peak of a parent down to its children in getrusage(2); the one in /proc is the process's own.
function peakBytes() {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return (kibibytes === undefined ? process.resourceUsage().maxRSS : Number(kibibytes)) * 1024;
}
