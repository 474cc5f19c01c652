// Screen words for saving what is shown as a picture, in both languages. Keys are the same in both.

export const PICTURE_WORDS_ZH = {
	picture: {
		save: '存图',
		png: '图片 PNG',
		svg: '矢量图 SVG',
		failed: '没有存成图片，请再试一次',
		version: '口径 v{{n}}',
	},
};

export const PICTURE_WORDS_EN = {
	picture: {
		save: 'Save picture',
		png: 'Picture PNG',
		svg: 'Vectors SVG',
		failed: 'The picture could not be saved; try again',
		version: 'Definition v{{n}}',
	},
};
