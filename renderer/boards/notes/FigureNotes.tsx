// The notes on a figure as a menu beside its trend; the face says how many there are.

import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteSubject } from '../../stores/notes-store.ts';
import { useNotes, useStores } from '../../stores/StoresContext.tsx';
import { formatInteger } from '../../ui/format.ts';
import { PopMenu } from '../../ui/PopMenu.tsx';
import css from './NoteBook.module.css';
import { NoteBook } from './NoteBook.tsx';

export function FigureNotes({ indicator, area, period }: { indicator: string; area: string; period: string }) {
	const { t } = useTranslation();
	const { notes: store } = useStores();
	const count = useNotes((state) => state.notes.value?.notes.length ?? 0);
	useEffect(() => store.getState().load({ kind: 'figure', indicator, area, period }), [store, indicator, area, period]);
	const subject: NoteSubject = { kind: 'figure', indicator, area, period };
	return (
		<PopMenu
			className="link"
			align="end"
			face={count === 0 ? t('notes.title') : t('notes.count', { n: formatInteger(count) })}
		>
			{() => (
				<div className={css.menu}>
					<NoteBook subject={subject} />
				</div>
			)}
		</PopMenu>
	);
}
