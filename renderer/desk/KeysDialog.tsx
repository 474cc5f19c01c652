// The list of keys, opened by `?`.

import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import css from './KeysDialog.module.css';

export function KeysDialog({ onClose }: { onClose: () => void }) {
	const { t } = useTranslation();
	const dialog = useRef<HTMLDialogElement>(null);
	useEffect(() => {
		const shown = dialog.current;
		shown?.showModal();
		return () => shown?.close();
	}, []);
	const rows = [
		{ keys: ['[', ']'], text: t('keys.period') },
		{ keys: ['/'], text: t('keys.search') },
		{ keys: ['Esc'], text: t('keys.up') },
		{ keys: ['1', '2', '3', '4', '5'], text: t('keys.pages') },
		{ keys: ['T'], text: t('keys.table') },
		{ keys: ['↑', '↓'], text: t('keys.list') },
		{ keys: ['Enter'], text: t('keys.open') },
		{ keys: ['?'], text: t('keys.help') },
	];
	return (
		<dialog ref={dialog} className={css.dialog} aria-labelledby="keys-title" onClose={onClose}>
			<h2 id="keys-title" className={css.title}>
				{t('keys.title')}
			</h2>
			<dl className={css.list}>
				{rows.map((row) => (
					<div key={row.text} className={css.row}>
						<dt>
							{row.keys.map((key) => (
								<kbd key={key} className={css.key}>
									{key}
								</kbd>
							))}
						</dt>
						<dd>{row.text}</dd>
					</div>
				))}
			</dl>
			<button type="button" className="button" onClick={() => dialog.current?.close()}>
				{t('keys.close')}
			</button>
		</dialog>
	);
}
