// What the pointer or the keys rest on: place, figure, how it comes about. Stands still in a corner of the map.

/** Words about one area; all formatted by the owner. */
export interface HoverText {
	title: string;
	figure: string;
	unit: string;
	note: string | null;
}

export function HoverCard({ text, isLeft }: { text: HoverText; isLeft: boolean }) {
	return (
		<div className="map-card" data-left={isLeft} role="status">
			<b>{text.title}</b>
			<p>
				<strong>{text.figure}</strong>
				{text.unit && <small> {text.unit}</small>}
			</p>
			{text.note !== null && <p className="map-card-note">{text.note}</p>}
		</div>
	);
}
