// The list of keys and the glossary, opened by `?`.

import { useTranslation } from 'react-i18next';
import { PAGES } from '../stores/address.ts';
import { useLanguage } from '../stores/use-view.ts';
import { GLOSSARY } from '../text/glossary.ts';
import { useModal } from '../ui/use-modal.ts';
import css from './KeysDialog.module.css';

export function KeysDialog({ onClose }: { onClose: () => void }) {
	const { t } = useTranslation();
	const language = useLanguage() === 'en' ? 'en' : 'zh';
	const dialog = useModal();
	const rows = [
		{ keys: ['Ctrl+K'], text: t('waysKeys.palette') },
		{ keys: ['[', ']'], text: t('keys.period') },
		{ keys: ['/'], text: t('keys.search') },
		{ keys: ['Esc'], text: t('keys.up') },
		{
			keys: ['1', '…', String(PAGES.length)],
			text: PAGES.map((page) => t(`rail.${page}`)).join(language === 'en' ? ', ' : '、'),
		},
		{ keys: ['B'], text: t('waysKeys.briefing') },
		{ keys: ['C'], text: t('waysKeys.compare') },
		{ keys: ['Ctrl+Z', 'Ctrl+Y'], text: t('waysKeys.undo') },
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
			<div className={css.scroll}>
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
				<h2 className={css.title}>{t('waysKeys.glossary')}</h2>
				<dl className={css.list}>
					{Object.values(GLOSSARY).map((meanings) => (
						<div key={meanings.zh.term} className={css.row}>
							<dt>{meanings[language].term}</dt>
							<dd>{meanings[language].text}</dd>
						</div>
					))}
				</dl>
			</div>
			<button type="button" className="button" onClick={() => dialog.current?.close()}>
				{t('keys.close')}
			</button>
		</dialog>
	);
}
