import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { servePage } from '../src/index.ts';

let folder: string;
let occupant: Server;
let taken: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'isu-served-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>x</title>');
  occupant = createServer();
  await new Promise<void>((resolve) => occupant.listen(0, '127.0.0.1', resolve));
  taken = (occupant.address() as AddressInfo).port;
});

afterAll(() => {
  occupant.close();
  rmSync(folder, { recursive: true });
});

test('a port that is taken is passed over for the next free one', async () => {
  const served = await servePage(folder, taken);
  expect(Number(new URL(served.address).port)).toBeGreaterThan(taken);
  expect((await fetch(served.address)).status).toBe(200);
  await served.close();
});

test('the page is served to this computer only', async () => {
  const served = await servePage(folder, 0);
  expect(new URL(served.address).hostname).toBe('127.0.0.1');
  await served.close();
  await expect(fetch(served.address)).rejects.toThrow();
});

test('a file outside the page is not served', async () => {
  const served = await servePage(folder, 0);
  writeFileSync(join(folder, '..', 'isu-outside.txt'), 'secret');
  const answer = await fetch(`${served.address}%2e%2e/isu-outside.txt`);
  expect(answer.status).toBe(404);
  rmSync(join(folder, '..', 'isu-outside.txt'));
  await served.close();
});
