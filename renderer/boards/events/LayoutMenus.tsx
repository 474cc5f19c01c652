// How the list is laid out: which columns in which order, and views that a person wants to come back to.

import { ArrowDown, ArrowUp, Bookmark, Columns3, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EVENT_COLUMNS, type EventColumn } from '../../../shared/contract/schemas/events.ts';
import { DEFAULT_COLUMNS, filtersOf } from '../../stores/event-layout.ts';
import { useEvents, useLocation, useStores } from '../../stores/StoresContext.tsx';
import { MenuItem, PopMenu } from '../../ui/PopMenu.tsx';
import bar from '../EventFilterBar.module.css';
import { columnOf } from './EventCell.tsx';
import css from './LayoutMenus.module.css';

export function ColumnsMenu() {
	const { t } = useTranslation();
	const { events } = useStores();
	const columns = useEvents((state) => state.layout.columns);
	const set = (next: readonly EventColumn[]) => events.getState().setColumns(next);
	const move = (at: number, step: number) => {
		const next = [...columns];
		const [moved] = next.splice(at, 1);
		if (moved) next.splice(at + step, 0, moved);
		set(next);
	};
	const hidden = EVENT_COLUMNS.filter((id) => !columns.includes(id));
	return (
		<PopMenu
			className={bar.add}
			align="end"
			face={
				<>
					<Columns3 size={13} aria-hidden /> {t('events.columns')}
				</>
			}
		>
			{() => (
				<div className={css.panel}>
					{[...columns, ...hidden].map((id, at) => {
						const name = t(`events.${columnOf(id).name}`);
						const isShown = at < columns.length;
						return (
							<div key={id} className={css.column}>
								<label className={css.label}>
									<input
										type="checkbox"
										checked={isShown}
										disabled={id === 'number'}
										aria-label={t('events.columnShow', { name })}
										onChange={() => set(isShown ? columns.filter((one) => one !== id) : [...columns, id])}
									/>
									{name}
								</label>
								{isShown && (
									<>
										<button
											type="button"
											className={css.move}
											disabled={at === 0}
											aria-label={t('events.columnUp', { name })}
											onClick={() => move(at, -1)}
										>
											<ArrowUp size={13} aria-hidden />
										</button>
										<button
											type="button"
											className={css.move}
											disabled={at === columns.length - 1}
											aria-label={t('events.columnDown', { name })}
											onClick={() => move(at, 1)}
										>
											<ArrowDown size={13} aria-hidden />
										</button>
									</>
								)}
							</div>
						);
					})}
					<MenuItem onChoose={() => set(DEFAULT_COLUMNS)}>{t('events.columnsReset')}</MenuItem>
				</div>
			)}
		</PopMenu>
	);
}

export function ViewsMenu() {
	const { t } = useTranslation();
	const { events, location } = useStores();
	const views = useEvents((state) => state.layout.views);
	const filters = useLocation((state) => state.address.filters);
	const [name, setName] = useState('');
	const save = (event: FormEvent) => {
		event.preventDefault();
		if (name.trim() === '') return;
		events.getState().saveView(name.trim(), filters);
		setName('');
	};
	return (
		<PopMenu
			className={bar.add}
			align="end"
			face={
				<>
					<Bookmark size={13} aria-hidden /> {t('events.views')}
				</>
			}
		>
			{(close) => (
				<div className={css.panel}>
					{views.length === 0 && <p className={css.none}>{t('events.viewsNone')}</p>}
					{views.map((view) => (
						<div key={view.name} className={css.column}>
							<MenuItem
								onChoose={() => {
									close();
									events.getState().setColumns(view.columns);
									location.getState().goTo({ filters: filtersOf(view), eventId: null });
								}}
							>
								{view.name}
							</MenuItem>
							<button
								type="button"
								className={css.move}
								aria-label={t('events.viewRemove', { name: view.name })}
								onClick={() => events.getState().removeView(view.name)}
							>
								<X size={13} aria-hidden />
							</button>
						</div>
					))}
					<form className={css.form} onSubmit={save}>
						<input
							type="text"
							className={css.field}
							value={name}
							maxLength={30}
							aria-label={t('events.viewName')}
							placeholder={t('events.viewName')}
							onChange={(change) => setName(change.target.value)}
						/>
						<button type="submit" className="button" disabled={name.trim() === ''}>
							{t('events.viewSave')}
						</button>
					</form>
				</div>
			)}
		</PopMenu>
	);
}
