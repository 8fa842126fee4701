// Loaded into the program before it starts (`node --require`): tells, when it ends, how much memory the process held at
// most and how much processor time it took, as the operating system counted them. DuckDB's own threads are part of it.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const cost = { memory: maxRSS * 1024, processor: (userCPUTime + systemCPUTime) / 1e6 };
  writeFileSync(process.env.ISU_BENCH_COST, JSON.stringify(cost));
});
