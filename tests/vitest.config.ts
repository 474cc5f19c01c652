// How the tests run: everything without a browser side by side; pages and flows in a browser, two files at a time; what
// is timed one file after the other.

import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { runReporter } from './support/run-report.ts';

const root = join(import.meta.dirname, '..');
const reportFile = process.env.GRIDHELM_REPORT;

export default defineConfig({
	root,
	test: {
		reporters: reportFile ? ['default', runReporter(reportFile)] : ['default'],
		projects: [
			{
				root,
				test: {
					name: 'node',
					include: ['tests/**/*.test.{ts,tsx}'],
					exclude: ['tests/e2e/**'],
					testTimeout: 30_000,
					hookTimeout: 120_000,
				},
			},
			{
				root,
				test: {
					name: 'browser',
					include: ['tests/e2e/*.test.ts'],
					fileParallelism: false,
					testTimeout: 60_000,
					hookTimeout: 180_000,
				},
			},
			{
				root,
				test: {
					name: 'pages',
					include: ['tests/e2e/pages/*.test.ts'],
					maxWorkers: 2,
					testTimeout: 120_000,
					hookTimeout: 240_000,
				},
			},
		],
	},
});
