// Why there is no figure, as a dotted term where the glossary knows the word; for use inside a button.

import type { ReadingStatus } from '../../shared/domain/codes.ts';
import { TermInside } from '../ui/Term.tsx';

export function MissingTerm({ status, text }: { status: ReadingStatus; text: string }) {
	return status === 'ok' ? text : <TermInside id={status}>{text}</TermInside>;
}
