// Finds a Node that can run GridHelm, before anything of it is loaded: the running one, or the one the project brings.
// Plain JavaScript for old versions of Node; must not import anything of ours.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT_DIR = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** @param {string} version as in 24.21.0 */
function parse(version) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	return { major, minor };
}

/** @param {string} version */
export function isNewEnough(version) {
	const { major, minor } = parse(version);
	return major > 22 || (major === 22 && minor >= 14);
}

/** Versions that run TypeScript sources only when told. @param {string} version */
function needsStripFlag(version) {
	const { major, minor } = parse(version);
	return (major === 22 && minor < 18) || (major === 23 && minor < 6);
}

/** Path of the Node in node_modules for this platform; null where there is none. */
function bundledNode() {
	const os = process.platform === 'win32' ? 'win' : process.platform;
	const dir = join(PROJECT_DIR, 'node_modules', `node-${os}-${process.arch}`);
	const path = join(dir, 'bin', os === 'win' ? 'node.exe' : 'node');
	return existsSync(path) ? path : null;
}

/**
 * Keeps what Node makes of the sources for the next start: here, and by the environment in threads and in a Node that is
 * started. A place that cannot be written is no fault.
 */
function keepCompiled() {
	process.env.NODE_COMPILE_CACHE ??= join(PROJECT_DIR, 'node_modules', '.cache', 'compile');
	module.enableCompileCache?.();
}

/**
 * Runs a module of ours: here when the running Node will do, else in the Node that the project brings.
 * Does not return in the second case.
 * @param {string} file path of the module, relative to this folder
 */
export async function runUnderGoodNode(file) {
	const url = new URL(file, import.meta.url);
	const { node } = process.versions;
	keepCompiled();
	if (isNewEnough(node) && !needsStripFlag(node)) {
		await import(url.href);
		return;
	}
	const path = isNewEnough(node) ? process.execPath : bundledNode();
	if (path === null) {
		console.error(`GridHelm 需要 Node 22.14 或更新版本 / GridHelm needs Node 22.14 or newer (this is ${node}).`);
		process.exit(1);
	}
	const flags = ['--disable-warning=ExperimentalWarning', '--experimental-strip-types'];
	const child = spawn(path, [...flags, fileURLToPath(url), ...process.argv.slice(2)], { stdio: 'inherit' });
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		process.on(signal, () => {
			// A terminal sends Ctrl-C to both by itself.
			if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
		});
	}
	const code = await new Promise((resolve) => {
		child.on('error', () => resolve(1));
		child.on('exit', (status) => resolve(status ?? 1));
	});
	process.exit(code);
}
