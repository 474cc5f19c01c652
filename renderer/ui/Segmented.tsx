// Two to five exclusive choices side by side; arrow keys move as in any radio group.

import { useId } from 'react';
import css from './Segmented.module.css';

interface SegmentedProps<T extends string> {
	label: string;
	value: T;
	choices: readonly { value: T; text: string; isDisabled?: boolean }[];
	onChoose: (value: T) => void;
}

export function Segmented<T extends string>({ label, value, choices, onChoose }: SegmentedProps<T>) {
	const name = useId();
	return (
		<fieldset className={css.group}>
			<legend className="visually-hidden">{label}</legend>
			{choices.map((choice) => (
				<label key={choice.value} className={css.choice}>
					<input
						type="radio"
						className="visually-hidden"
						name={name}
						checked={choice.value === value}
						disabled={choice.isDisabled ?? false}
						onChange={() => onChoose(choice.value)}
					/>
					<span>{choice.text}</span>
				</label>
			))}
		</fieldset>
	);
}
