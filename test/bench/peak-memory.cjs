// Loaded into both programs of the benchmark before they start (`node --require`): tells, when they end, how much
// memory the process held at most, as the operating system counted it. DuckDB's own threads are part of its process.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  writeFileSync(process.env.ISU_BENCH_MEMORY, String(process.resourceUsage().maxRSS * 1024));
});
