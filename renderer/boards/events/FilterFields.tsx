// Filters that are typed: the beginning of a number, and the days of acceptance.

import { Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PopMenu } from '../../ui/PopMenu.tsx';
import bar from '../EventFilterBar.module.css';
import css from './LayoutMenus.module.css';

/** A field whose text is asked for with Enter. */
export function NumberField({ onChoose }: { onChoose: (number: string) => void }) {
	const { t } = useTranslation();
	const name = t('events.numberField');
	const [text, setText] = useState('');
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (text.trim() === '') return;
		onChoose(text.trim());
		setText('');
	};
	return (
		<form className={bar.number} onSubmit={submit}>
			<input
				type="text"
				className={css.field}
				value={text}
				maxLength={40}
				size={Math.max(10, name.length)}
				aria-label={name}
				placeholder={name}
				onChange={(change) => setText(change.target.value)}
			/>
		</form>
	);
}

interface DaysMenuProps {
	onChoose: (days: { from: string | null; to: string | null }) => void;
}

export function DaysMenu({ onChoose }: DaysMenuProps) {
	const { t } = useTranslation();
	const [from, setFrom] = useState('');
	const [to, setTo] = useState('');
	return (
		<PopMenu
			className={bar.add}
			face={
				<>
					<Plus size={12} aria-hidden /> {t('events.addDays')}
				</>
			}
		>
			{(close) => (
				<form
					className={css.form}
					onSubmit={(event) => {
						event.preventDefault();
						if (from === '' && to === '') return;
						close();
						onChoose({ from: from || null, to: to || null });
					}}
				>
					<label>
						{t('events.daysFrom')}{' '}
						<input type="date" className={css.field} value={from} onChange={(change) => setFrom(change.target.value)} />
					</label>
					<label>
						{t('events.daysTo')}{' '}
						<input type="date" className={css.field} value={to} onChange={(change) => setTo(change.target.value)} />
					</label>
					<button type="submit" className="button" disabled={from === '' && to === ''}>
						{t('events.daysApply')}
					</button>
				</form>
			)}
		</PopMenu>
	);
}
