// Bookmarks in the header: keep the present view under a name, open or remove a kept one, copy the address.

import { Bookmark as BookmarkIcon, Link, Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { writeAddress } from '../stores/address.ts';
import { useLocation, useStores } from '../stores/StoresContext.tsx';
import { useLanguage, type View } from '../stores/use-view.ts';
import { PopMenu } from '../ui/PopMenu.tsx';
import { formatPeriod } from '../ui/time-format.ts';
import { useCopy } from '../ui/use-copy.ts';
import css from './Bookmarks.module.css';
import { keepBookmarks, readBookmarks, withBookmark } from './bookmark-list.ts';

export function Bookmarks({ view }: { view: View | null }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { location } = useStores();
	const page = useLocation((state) => state.address.page);
	const [list, setList] = useState(readBookmarks);
	const { state, copy } = useCopy();
	const proposed = [t(`rail.${page}`), view?.area.shortName, view && formatPeriod(view.period, language)]
		.filter(Boolean)
		.join(' ');
	const keep = (next: typeof list) => {
		setList(next);
		keepBookmarks(next);
	};
	const onSubmit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		const typed = String(new FormData(event.currentTarget).get('name') ?? '').trim();
		const search = writeAddress(location.getState().address);
		keep(withBookmark(list, { name: typed === '' ? proposed : typed, search }));
		event.currentTarget.reset();
	};
	return (
		<PopMenu
			label={t('bookmarks.title')}
			className="icon-button"
			align="end"
			face={<BookmarkIcon size={16} strokeWidth={1.75} aria-hidden />}
		>
			{(close) => (
				<div className={css.panel}>
					<form className={css.form} onSubmit={onSubmit}>
						<input
							name="name"
							className={css.field}
							aria-label={t('bookmarks.name')}
							placeholder={proposed}
							maxLength={60}
							autoComplete="off"
						/>
						<button type="submit" className="button button-primary">
							{t('bookmarks.save')}
						</button>
					</form>
					{list.length === 0 ? (
						<p className={css.none}>{t('bookmarks.none')}</p>
					) : (
						<ul>
							{list.map((bookmark) => (
								<li key={bookmark.name} className={css.row}>
									<button
										type="button"
										className={css.open}
										aria-label={t('bookmarks.open', { name: bookmark.name })}
										onClick={() => {
											close();
											location.getState().openSearch(bookmark.search);
										}}
									>
										{bookmark.name}
									</button>
									<button
										type="button"
										className="icon-button"
										aria-label={t('bookmarks.remove', { name: bookmark.name })}
										title={t('bookmarks.remove', { name: bookmark.name })}
										onClick={() => keep(list.filter((one) => one !== bookmark))}
									>
										<Trash2 size={14} aria-hidden />
									</button>
								</li>
							))}
						</ul>
					)}
					<div className={css.foot}>
						<button type="button" className="button" onClick={() => void copy(window.location.href)}>
							<Link size={14} strokeWidth={1.75} aria-hidden />
							<span aria-live="polite">
								{state === 'idle'
									? t('bookmarks.copyAddress')
									: t(state === 'copied' ? 'bookmarks.copied' : 'red.copyFailed')}
							</span>
						</button>
						<span className={css.none}>{t('bookmarks.kept')}</span>
					</div>
				</div>
			)}
		</PopMenu>
	);
}
