// The parts of a page as tabs; the present one is said to be the page.

import css from './TabBar.module.css';

interface TabBarProps<T extends string> {
	label: string;
	tabs: readonly { value: T; text: string }[];
	value: T;
	onChoose: (value: T) => void;
}

export function TabBar<T extends string>({ label, tabs, value, onChoose }: TabBarProps<T>) {
	return (
		<nav className={css.tabs} aria-label={label}>
			{tabs.map((tab) => (
				<button
					key={tab.value}
					type="button"
					className={css.tab}
					aria-current={tab.value === value ? 'page' : undefined}
					onClick={() => onChoose(tab.value)}
				>
					{tab.text}
				</button>
			))}
		</nav>
	);
}
