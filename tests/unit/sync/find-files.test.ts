// What a run has to read, found on a disk that also holds what is no file: a pipe is named and never read.

import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openExport } from '../../../electron/services/exports/open-export.ts';
import { findFiles } from '../../../electron/services/sync/find-files.ts';

const dir = mkdtempSync(join(tmpdir(), 'gridhelm-find-'));
const pipe = join(dir, '事件导出.csv');
afterAll(() => rmSync(dir, { recursive: true, force: true }));

// A named pipe without a writer keeps whoever opens it waiting for ever.
describe.skipIf(process.platform === 'win32')('a named pipe', () => {
	// Whoever waits at it after all is let go, so that a failing run ends.
	afterAll(() => closeSync(openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK)));

	it('is not opened when it is named, and is refused as no file', async () => {
		execFileSync('mkfifo', [pipe]);
		const found = await findFiles([{ path: pipe, fileName: '事件导出.csv', isTemporary: false }]);
		expect(found.map(({ fileName, isInFolder }) => [fileName, isInFolder])).toEqual([['事件导出.csv', false]]);
		expect(await openExport(pipe, '事件导出.csv')).toMatchObject({ outcome: 'refused', code: 'E_NOT_A_FILE' });
	});

	it('is passed over in a folder', async () => {
		writeFileSync(join(dir, '网格.csv'), '网格编码,网格名称\n1,一\n');
		const found = await findFiles([{ path: dir, fileName: 'exports', isTemporary: false }]);
		expect(found.map(({ fileName }) => fileName)).toEqual(['网格.csv']);
	});
});
