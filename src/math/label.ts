/** What a sample is labelled with, as it stands in the data. */
export type Label = number | string | boolean;
