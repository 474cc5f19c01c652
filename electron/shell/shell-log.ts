// The operator's log file: bounded, without personal data. Only our own sentences and codes go in; messages of foreign
// errors stay out, because they may quote a path or a cell.

import { join } from 'node:path';
import log from 'electron-log/node';
import { describeForLog } from '../services/dispatch.ts';

/** With one older file kept, the log never takes more than twice this. */
const MAX_LOG_BYTES = 1024 ** 2;

/** Writes one line. */
export type LogLine = (line: string) => void;

/** Class, code and place in our own code of anything thrown. */
export const faultInWords = describeForLog;

/**
 * Opens the log in a folder and sends there what the services write to the console.
 * @param isPackaged a packaged program has no console to repeat the lines on
 */
export function openLog(logDir: string, isPackaged: boolean): LogLine {
	log.transports.file.resolvePathFn = () => join(logDir, 'gridhelm.log');
	log.transports.file.maxSize = MAX_LOG_BYTES;
	log.transports.file.format = '{y}-{m}-{d} {h}:{i}:{s}.{ms} {level} {text}';
	log.transports.console.level = isPackaged ? false : 'info';
	const write: LogLine = (line) => log.info(line.slice(0, 500));
	const { error: showError } = console;
	console.error = (...parts: unknown[]) => {
		log.transports.file({
			data: [
				parts
					.filter((part) => typeof part === 'string')
					.join(' ')
					.slice(0, 500),
			],
			date: new Date(),
			level: 'error',
		});
		if (!isPackaged) showError(...parts);
	};
	process.on('uncaughtException', (error) => write(`unforeseen: ${faultInWords(error)}`));
	process.on('unhandledRejection', (error) => write(`unhandled: ${faultInWords(error)}`));
	return write;
}
