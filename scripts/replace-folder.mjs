// A built folder is written beside the former and takes its place when it is whole: nothing stale, nothing half-written.
import { rename, rm } from 'node:fs/promises';

export async function replaceFolder(folder, write) {
  const fresh = `${folder}.new`;
  await rm(fresh, { recursive: true, force: true });
  try {
    await write(fresh);
    await rm(folder, { recursive: true, force: true });
    await rename(fresh, folder);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}
